using Microsoft.EntityFrameworkCore;
using MimeKit;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Exports;

/// <summary>Chooses whether exports go by e-mail, when and to whom.</summary>
public static class ExportScheduling
{
    /// <summary>The most addresses an export goes to.</summary>
    public const int MaxRecipients = 5;

    /// <summary>The longest list of addresses.</summary>
    public const int MaxRecipientsLength = 500;

    /// <summary>Saves what was chosen for a company; the caller has made sure that the user may.</summary>
    /// <returns><see langword="false"/> when the addresses are none that mail can be sent to. Nothing is saved then.</returns>
    public static async Task<bool> ChooseAsync(
        BackOfficeDb db, Guid companyId, ExportPace pace, string? recipients, ExportGrouping grouping, VoucherSeries? series, DateOnly since,
        string by, CancellationToken cancellation)
    {
        if (Read(recipients) is not { } addresses || (addresses.Length == 0 && pace is not ExportPace.Never))
        {
            return false;
        }

        var schedule = await db.ExportSchedules.SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        if (schedule is null)
        {
            schedule = new ExportSchedule { CompanyId = companyId };
            db.ExportSchedules.Add(schedule);
        }

        schedule.Choose(pace, addresses, grouping, series, since, by);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Addresses as they are kept.</summary>
    /// <returns><see langword="null"/> when one of them is none, or there are too many.</returns>
    private static string? Read(string? typed)
    {
        var parts = (typed ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var addresses = new List<string>();
        foreach (var part in parts)
        {
            // The parser takes much that no mail server does, such as an address without a domain.
            if (!MailboxAddress.TryParse(part, out var mailbox) || mailbox.Address is not [_, ..] address
                || address.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at) || at == address.Length - 1 || address.Any(char.IsControl))
            {
                return null;
            }

            addresses.Add(address);
        }

        var list = string.Join(", ", addresses.Distinct(StringComparer.OrdinalIgnoreCase));
        return addresses.Count <= MaxRecipients && list.Length <= MaxRecipientsLength ? list : null;
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Resources;

/// <summary>A voucher as it stands in Spiris, whoever made it.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>VoucherApi</c>.</remarks>
public sealed record SpirisVoucher
{
    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The date it is booked on.</summary>
    [JsonConverter(typeof(CalendarDate))]
    public required DateOnly VoucherDate { get; init; }

    /// <summary>What it is about. People can edit it.</summary>
    public string? VoucherText { get; init; }

    /// <summary>Series and number together, such as <c>A12</c>.</summary>
    public string? NumberAndNumberSeries { get; init; }

    /// <summary>The series alone, such as <c>A</c>.</summary>
    public string? NumberSeries { get; init; }

    /// <summary>Where it comes from, as one of Spiris' numbers; see <see cref="SpirisVoucherType"/>.</summary>
    public int? VoucherType { get; init; }

    /// <summary>Its rows, in no order that can be relied on.</summary>
    public ImmutableArray<SpirisVoucherRow?>? Rows { get; init; }

    /// <summary>When Spiris took it in.</summary>
    [JsonConverter(typeof(UtcStamp))]
    public DateTimeOffset? CreatedUtc { get; init; }

    /// <summary>Its date and rows, digested as we digest our own; <see langword="null"/> when no voucher of ours can
    /// look so.</summary>
    public VoucherFingerprint? Fingerprint()
    {
        var rows = new List<(int Account, Money Debit, Money Credit)>();
        foreach (var row in Rows ?? [])
        {
            if (row is not { AccountNumber: >= 0 and <= int.MaxValue }
                || !Money.TryFromKronor(row.DebitAmount ?? 0, out var debit)
                || !Money.TryFromKronor(row.CreditAmount ?? 0, out var credit))
            {
                return null;
            }

            rows.Add(((int)row.AccountNumber, debit, credit));
        }

        return VoucherFingerprint.Of(VoucherDate, rows);
    }
}

/// <summary>One row of a voucher as it stands in Spiris.</summary>
/// <param name="AccountNumber">The account, 1 to 9 999 999 999.</param>
/// <param name="DebitAmount">Kronor.</param>
/// <param name="CreditAmount">Kronor.</param>
/// <param name="TransactionText">What it is about.</param>
/// <remarks>Source: OpenAPI 2026-09, <c>VoucherRowApi</c>.</remarks>
public sealed record SpirisVoucherRow(
    long AccountNumber, decimal? DebitAmount, decimal? CreditAmount, string? TransactionText);

using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>What the editor is filled with before anybody saves: a template, another company's mapping, one chosen account.</summary>
internal static class MappingDrafts
{
    /// <summary>How a draft that copies a company is named in an address.</summary>
    public const string Copy = "copy-";

    /// <summary>The accounts of a draft, by key.</summary>
    /// <param name="db">The database.</param>
    /// <param name="view">The company that is shown.</param>
    /// <param name="draft">A trade, or <see cref="Copy"/> and a company's number.</param>
    /// <param name="date">The day whose mapping is copied.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>Nothing when there is no such draft, or none that the organisation may see.</returns>
    public static async Task<IReadOnlyDictionary<MappingKey, AccountNumber>> ReadAsync(
        BackOfficeDb db, MappingView view, string? draft, DateOnly date, CancellationToken cancellation)
    {
        if (Enum.TryParse<Trade>(draft, ignoreCase: true, out var trade) && Enum.IsDefined(trade))
        {
            // A template fills what is empty, and changes nothing that somebody has chosen.
            var mapping = view.Mapping;
            return MappingTemplate.Of(trade).Fill(view.OwnChart)
                .Where(row => mapping?.Accounts.ContainsKey(row.Key) is not true)
                .ToDictionary(row => row.Key, row => row.Account);
        }

        var other = draft?.StartsWith(Copy, StringComparison.Ordinal) is true
            ? await CompanyChoice.FindAsync(db, view.Company.OrganisationId, draft[Copy.Length..], cancellation)
            : null;
        var copied = other is null ? null : await MappingInForce.ReadAsync(db, other.Id, date, cancellation);
        return copied?.Accounts ?? new Dictionary<MappingKey, AccountNumber>();
    }
}

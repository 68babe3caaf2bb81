using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Bookkeeping;

/// <summary>Why an account is proposed for a key.</summary>
public enum ProposedBecause
{
    /// <summary>It is the chart's account for output VAT at that rate.</summary>
    VatAccount = 1,

    /// <summary>The VAT of the same voucher is that rate of what was booked on it.</summary>
    VatOfIt = 2,

    /// <summary>What stands on its rows says so.</summary>
    RowText = 3,

    /// <summary>Its name says so.</summary>
    AccountName = 4,
}

/// <summary>An account that the takings were booked on before, and what for. A person decides whether it is to be so.</summary>
/// <param name="Key">What it was for.</param>
/// <param name="Account">The account.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Because">What speaks for it.</param>
/// <param name="Days">On how many of the days it was so.</param>
public sealed record AccountProposal(MappingKey Key, AccountNumber Account, string Name, ProposedBecause Because, int Days);

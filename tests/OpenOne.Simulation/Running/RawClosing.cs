using System.Collections.Immutable;

namespace OpenOne.Simulation.Running;

/// <summary>What a register printed one night, in plain numbers that owe nothing to the product's types.</summary>
/// <param name="Company">Its number among the companies of the run.</param>
/// <param name="Register">The register.</param>
/// <param name="ZNumber">The Z number.</param>
/// <param name="Date">The business date, yyyy-mm-dd.</param>
/// <param name="Net25">Sales at 25 % without VAT, öre; VAT is a quarter of it.</param>
/// <param name="Net12">Sales at 12 % without VAT, öre; VAT is 12 hundredths of it.</param>
/// <param name="Cash">How much of it was paid in cash, öre; the rest by card.</param>
public sealed record RawClosing(int Company, string Register, int ZNumber, DateOnly Date, long Net25, long Net12, long Cash)
{
    /// <summary>The VAT at 25 %.</summary>
    public long Vat25 => Net25 / 4;

    /// <summary>The VAT at 12 %.</summary>
    public long Vat12 => Net12 / 25 * 3;

    /// <summary>All that was paid.</summary>
    public long Paid => Net25 + Vat25 + Net12 + Vat12;

    /// <summary>What the voucher must say, account by account: öre, debit positive.</summary>
    public ImmutableSortedDictionary<int, long> Journal => new (int Account, long Ore)[]
    {
        (1686, Paid - Cash), (1910, Cash), (3001, -Net25), (2611, -Vat25), (3002, -Net12), (2621, -Vat12),
    }.Where(row => row.Ore != 0).ToImmutableSortedDictionary(row => row.Account, row => row.Ore);
}

using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Sie;

namespace OpenOne.BackOffice.Bookkeeping;

/// <summary>What a company's bookkeeper did before us, read from a SIE file. Nothing of it is stored, and nothing is changed by it.</summary>
/// <param name="Identification">Who made the file, and its fiscal years.</param>
/// <param name="Accounts">The chart of accounts.</param>
/// <param name="ProfitUnits">The profit units (resultatenheter), dimension 1.</param>
/// <param name="Projects">The projects, dimension 6.</param>
/// <param name="Balances">What was booked on each day and account, debit positive: what a dry run is held against.</param>
/// <param name="TillDays">How many of its vouchers are the takings of a day.</param>
/// <param name="Proposals">The accounts those were booked on, by what they are for.</param>
/// <param name="Findings">What is not as it should be in the file, and does not keep it from being read.</param>
public sealed record BookkeptHistory(
    SieIdentification Identification,
    ImmutableArray<SieAccount> Accounts,
    ImmutableArray<SieObject> ProfitUnits,
    ImmutableArray<SieObject> Projects,
    ImmutableDictionary<(DateOnly Date, AccountNumber Account), Money> Balances,
    int TillDays,
    ImmutableArray<AccountProposal> Proposals,
    SieFindings Findings)
{
    /// <summary>The largest file, in bytes: some ten years of a large restaurant.</summary>
    public const long MaxBytes = 64L << 20;

    /// <summary>The most pairs of day and account that are kept.</summary>
    private const int MaxBalances = 500_000;

    /// <summary>Reads a file that a person says is of this company.</summary>
    /// <remarks>In one pass and bounded memory, whatever the stream holds; to its end, or to where it is refused.</remarks>
    public static HistoryReading Read(Stream file, OrganisationNumber company)
    {
        var reader = new SieReader(file);
        var balances = new Dictionary<(DateOnly, AccountNumber), long>();
        var takings = new Takings();
        while (reader.ReadVoucher() is { } voucher)
        {
            if (reader.BytesRead > MaxBytes || balances.Count > MaxBalances || !TryAdd(balances, voucher))
            {
                return new HistoryReading.TooLarge();
            }

            takings.Add(voucher);
        }

        var identification = reader.Identification;
        return reader.Findings.HasErrors ? new HistoryReading.Unreliable(reader.Findings)
            : reader.BytesRead > MaxBytes ? new HistoryReading.TooLarge()
            : IsOfAnother(identification.OrganisationNumber, company)
                ? new HistoryReading.AnotherCompany(identification.OrganisationNumber, identification.CompanyName)
            : new HistoryReading.Read(new(
                identification,
                reader.Accounts,
                [.. reader.Objects.Where(value => value.Dimension == SieDimension.ProfitUnits)],
                [.. reader.Objects.Where(value => value.Dimension == SieDimension.Projects)],
                balances.ToImmutableDictionary(sum => sum.Key, sum => Money.FromOre(sum.Value)),
                takings.Days,
                takings.Proposals(reader.Accounts),
                reader.Findings));
    }

    /// <summary>Adds a voucher to the sums of its day.</summary>
    /// <returns><see langword="false"/> when a sum is beyond what money is counted in.</returns>
    private static bool TryAdd(Dictionary<(DateOnly, AccountNumber), long> balances, SieVoucher voucher)
    {
        foreach (var row in voucher.Rows)
        {
            // An account of other than four digits cannot be one that we book on.
            if (!row.Counts || !int.TryParse(row.Account, out var number) || !AccountNumber.TryFrom(number, out var account))
            {
                continue;
            }

            var sum = (Int128)balances.GetValueOrDefault((voucher.Date, account)) + row.AmountOre;
            if (Int128.Abs(sum) > SieLimits.MaxAmountOre)
            {
                return false;
            }

            balances[(voucher.Date, account)] = (long)sum;
        }

        return true;
    }

    /// <summary>Whether the file names a company, and it is not this one. Twelve digits begin with a century.</summary>
    private static bool IsOfAnother(string stated, OrganisationNumber company)
    {
        var digits = string.Concat(stated.Where(char.IsAsciiDigit));
        return digits.Length >= 10 && !digits.EndsWith(company.Digits, StringComparison.Ordinal);
    }
}

using System.ComponentModel.DataAnnotations;
using SpirisSandbox.Accounts;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Demo;

/// <summary>An order for many vouchers at once, so that lists are long and numbers high.</summary>
/// <param name="OrganisationNumber">The company, with its hyphen.</param>
/// <param name="Vouchers">How many.</param>
/// <param name="From">
/// The date of the first; the next ones follow day by day and begin anew after 28. Default: 1 January 2026.
/// </param>
/// <param name="Seed">The same seed gives the same amounts. Ids are new each time.</param>
public sealed record MadeUpVouchers(
    string OrganisationNumber,
    [property: Range(1, 1_000_000)] int Vouchers,
    DateOnly? From = null,
    int Seed = 0)
{
    private const int Days = 28;
    private const int MostOre = 2_000_000;
    private const long Cash = 1910;
    private const long Sales = 3004;

    /// <summary>Books them all as one write.</summary>
    /// <exception cref="ValidationException">The number is out of its range.</exception>
    public Seeding Book(SandboxState state, DateTimeOffset now)
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        var first = From ?? new DateOnly(2026, 1, 1);
        if (state.Companies.FirstOrDefault(company => company.Settings.CorporateIdentityNumber == OrganisationNumber)
            is not { } company)
        {
            return new Seeding.Refused($"There is no company {OrganisationNumber}.");
        }

        return company.Write<Seeding>(() =>
            company.Ledger.YearOf(first) is null || company.Ledger.YearOf(first.AddDays(Days - 1)) is null
                ? new Seeding.Refused($"No fiscal year covers {Days} days from {first:O}.")
                : Book(company, first, now));
    }

    private Seeding.Booked Book(Company company, DateOnly first, DateTimeOffset now)
    {
        var chance = new Random(Seed);
        var series = company.VoucherSeries.First(candidate => candidate.IsDefault).Letter;
        var booked = new List<VoucherApi>(Vouchers);
        for (var number = 0; number < Vouchers; number++)
        {
            var (date, amount) = (first.AddDays(number % Days), chance.Next(1, MostOre) / 100m);
            var year = company.Ledger.YearOf(date)!.Id;
            VoucherRowApi[] rows =
            [
                Row(company, year, Cash) with { DebitAmount = amount },
                Row(company, year, Sales) with { CreditAmount = amount },
            ];
            booked.Add(company.Ledger.Book(
                new Booking(date, $"Påhittad dagskassa {number + 1}", series, rows), now));
        }

        return new Seeding.Booked(booked.Count, booked[0].NumberAndNumberSeries, booked[^1].NumberAndNumberSeries);
    }

    private static VoucherRowApi Row(Company company, Guid year, long account) => new()
    {
        AccountNumber = account,
        AccountDescription = company.Accounts.Find(new AccountKey(year, account))?.Name,
    };
}

/// <summary>What became of an order for vouchers.</summary>
public abstract record Seeding
{
    private Seeding()
    {
    }

    /// <param name="First">Series and number of the first one, such as <c>A1</c>.</param>
    public sealed record Booked(int Vouchers, string First, string Last) : Seeding;

    public sealed record Refused(string Why) : Seeding;
}

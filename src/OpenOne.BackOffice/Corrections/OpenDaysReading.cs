using OpenOne.Domain.Accounting;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Corrections;

/// <summary>What Spiris says of the days on which a company's books take vouchers, asked just now.</summary>
internal abstract record OpenDaysReading
{
    private OpenDaysReading()
    {
    }

    /// <summary>It did not come through.</summary>
    public sealed record Failed(string Problem) : OpenDaysReading;

    /// <summary>These.</summary>
    public sealed record Read(OpenDays Days) : OpenDaysReading;

    /// <summary>Asks for the company's lock and its fiscal years.</summary>
    public static async Task<OpenDaysReading> ReadAsync(SpirisCompany company, CancellationToken cancellation)
    {
        var settings = await company.ReadSettingsAsync(cancellation);
        if (settings is not SpirisAnswer<CompanySettings>.Read(var read))
        {
            return new Failed(ProblemOf(settings));
        }

        var years = await company.ReadFiscalYearsAsync(cancellation);
        return years is SpirisAnswer<SpirisList<FiscalYear>>.Read(var list)
            ? new Read(new OpenDays(
                read.LockedThrough,
                [.. list.Items.Select(year => new OpenDays.Year(year.StartDate, year.EndDate, year.IsLockedForAccounting is true))]))
            : new Failed(ProblemOf(years));
    }

    private static string ProblemOf<T>(SpirisAnswer<T> answer) => answer switch
    {
        SpirisAnswer<T>.AccessLost(var problem) => problem,
        SpirisAnswer<T>.Refused(_, var message) => message,
        SpirisAnswer<T>.Unavailable(var problem, _) => problem,
        _ => "",
    };
}

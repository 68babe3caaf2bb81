using SpirisSandbox.Api;
using SpirisSandbox.State;

namespace SpirisSandbox.FiscalYears;

/// <summary>The body of POST: <c>BookkeepingMethod</c> null takes that of the nearest year.</summary>
/// <remarks>Source: OpenAPI 2026-09, FiscalYearCreateApi.</remarks>
public sealed record FiscalYearCreateInput : ApiInput<FiscalYearApi>
{
    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public int? BookkeepingMethod { get; init; }
}

/// <summary>The body of PUT: a null leaves its property as it is.</summary>
/// <remarks>Source: OpenAPI 2026-09, FiscalYearUpdateApi.</remarks>
public sealed record FiscalYearUpdateInput : ApiInput<FiscalYearApi>
{
    public bool? IsLockedForAccounting { get; init; }

    public int? BookkeepingMethod { get; init; }
}

/// <summary><c>/v2/fiscalyears</c>: the years that vouchers can be booked in.</summary>
public static class FiscalYearOperations
{
    private const int LongestYearMonths = 18;

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/fiscalyears", Access.ReadBoth, call => call.List(call.Company.FiscalYears.All));
        v2.Get("/fiscalyears/{id:guid}", Access.ReadBoth, call =>
            ApiAnswer.Found(call.Company.FiscalYears.Find(call.Id("id"))));
        v2.Post<FiscalYearCreateInput>("/fiscalyears", Access.WriteBoth, Create);
        v2.Put<FiscalYearUpdateInput>("/fiscalyears/{id:guid}", Access.WriteBoth, Update);
    }

    private static ApiAnswer Create(ApiCall call, FiscalYearCreateInput input)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.StartDate), input.StartDate);
        errors.Required(nameof(input.EndDate), input.EndDate);
        errors.Within(nameof(input.BookkeepingMethod), input.BookkeepingMethod ?? 0, 0, 2);
        if (input.EndDate < input.StartDate)
        {
            errors.Add(nameof(input.EndDate), "EndDate must not be before StartDate.");
        }

        if (errors.Any)
        {
            return errors.Refusal();
        }

        var (start, end) = (input.StartDate!.Value, input.EndDate!.Value);
        var years = call.Company.FiscalYears;
        if (end.AddDays(1).Day != 1)
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearEndDateMustBeLastDayOfMonth, "The end date must be the last day of a month.");
        }

        if (start.AddMonths(LongestYearMonths) <= end)
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearMaximumPeriodExceeded, "A fiscal year is at most 18 months long.");
        }

        if (years.Any(year => year.StartDate <= end && start <= year.EndDate))
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearIsOverlappingOtherYear, "The fiscal year overlaps another.");
        }

        var nearest = years.MinBy(year => Math.Abs(year.StartDate.DayNumber - start.DayNumber));
        var method = input.BookkeepingMethod ?? nearest?.BookkeepingMethod ?? 0;
        var made = new FiscalYearApi(Guid.NewGuid(), start, end, IsLockedForAccounting: false, method);
        years.Put(made);
        CopyChart(call.Company, nearest, made, call.Now);
        return new ApiAnswer.Created(made);
    }

    private static ApiAnswer Update(ApiCall call, FiscalYearUpdateInput input)
    {
        var errors = new FieldErrors();
        errors.Within(nameof(input.BookkeepingMethod), input.BookkeepingMethod ?? 0, 0, 2);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        if (call.Company.FiscalYears.Find(call.Id("id")) is not { } year)
        {
            return ApiAnswer.Found(null);
        }

        var updated = year with
        {
            IsLockedForAccounting = input.IsLockedForAccounting ?? year.IsLockedForAccounting,
            BookkeepingMethod = input.BookkeepingMethod ?? year.BookkeepingMethod,
        };
        call.Company.FiscalYears.Put(updated);
        return new ApiAnswer.Ok(updated);
    }

    // A new year begins with the chart of the year nearest to it.
    private static void CopyChart(Company company, FiscalYearApi? from, FiscalYearApi to, DateTimeOffset now)
    {
        foreach (var account in company.Accounts.All.Where(account => account.FiscalYearId == from?.Id).ToArray())
        {
            company.Accounts.Put(account with { FiscalYearId = to.Id, CreatedUtc = now, ModifiedUtc = now });
        }
    }
}

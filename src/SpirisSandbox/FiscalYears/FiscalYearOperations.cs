using System.Globalization;
using SpirisSandbox.Api;

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
        if (errors.Any)
        {
            return errors.Refusal();
        }

        return NewFiscalYear.Make(
            call.Company, input.StartDate!.Value, input.EndDate!.Value, input.BookkeepingMethod, call.Now) switch
        {
            NewFiscalYear.Made(var year) => new ApiAnswer.Created(year),
            NewFiscalYear.EndsBeforeItStarts => new ApiAnswer.Refused(
                ErrorCatalogue.DataModelValidationError, "EndDate must not be before StartDate."),
            NewFiscalYear.EndsInsideAMonth => new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearEndDateMustBeLastDayOfMonth, "The end date must be the last day of a month."),
            NewFiscalYear.IsTooLong => new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearMaximumPeriodExceeded, "A fiscal year is at most 18 months long."),
            NewFiscalYear.Overlaps(var other) => new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearIsOverlappingOtherYear,
                $"The fiscal year overlaps that from {Day(other.StartDate)} to {Day(other.EndDate)}."),
            _ => throw new System.Diagnostics.UnreachableException("The outcomes are closed."),
        };
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

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

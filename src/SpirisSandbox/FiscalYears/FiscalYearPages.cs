using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.FiscalYears;

/// <summary>Settings &gt; Fiscal years: the list, a new year, and the lock of each.</summary>
internal sealed class FiscalYearPages(TimeProvider clock)
{
    public const string Path = "/settings/fiscal-years";
    public const string LockPath = Path + "/lock";

    public static void Map(PageRoutes pages)
    {
        var years = pages.Create<FiscalYearPages>();
        pages.GetOfCompany(Path, (context, company) =>
            PageAnswer.Page<FiscalYearsPage>(new { Company = company, Saved = context.WasSaved() }));
        pages.PostOfCompany(Path, years.Add);
        pages.PostOfCompany(LockPath, Lock);
    }

    private PageAnswer Add(HttpContext context, Company company, IFormCollection form)
    {
        var words = Words.For(context);
        if (form.Date("from") is not { } start || form.Date("to") is not { } end)
        {
            return Refuse(company, form, words.DatesAreWrong);
        }

        return NewFiscalYear.Make(company, start, end, method: null, clock.GetUtcNow()) switch
        {
            NewFiscalYear.Made => FormFields.Saved(Path),
            NewFiscalYear.EndsBeforeItStarts => Refuse(company, form, words.EndsBeforeItStarts),
            NewFiscalYear.EndsInsideAMonth => Refuse(company, form, words.EndsInsideAMonth),
            NewFiscalYear.IsTooLong => Refuse(company, form, words.YearIsTooLong),
            NewFiscalYear.Overlaps(var other) => Refuse(company, form, words.YearOverlaps(other)),
            _ => throw new System.Diagnostics.UnreachableException("The outcomes are closed."),
        };
    }

    private static PageAnswer Lock(HttpContext context, Company company, IFormCollection form)
    {
        if (company.FiscalYears.Find(form.Id("year") ?? Guid.Empty) is not { } year)
        {
            return new PageAnswer.NotFound();
        }

        company.FiscalYears.Put(year with { IsLockedForAccounting = !year.IsLockedForAccounting });
        return FormFields.Saved(Path);
    }

    private static PageAnswer Refuse(Company company, IFormCollection form, string error) =>
        PageAnswer.Page<FiscalYearsPage>(
            new { Company = company, From = form.Text("from"), To = form.Text("to"), Error = error },
            StatusCodes.Status400BadRequest);
}

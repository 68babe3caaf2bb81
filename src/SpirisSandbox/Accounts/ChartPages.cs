using SpirisSandbox.FiscalYears;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Accounts;

/// <summary>Settings &gt; Chart of accounts: search, and each account with what may be booked on it.</summary>
/// <remarks>An account belongs to one fiscal year; a change can be carried into the later ones with it.</remarks>
internal sealed class ChartPages(TimeProvider clock)
{
    public const string Path = "/settings/chart-of-accounts";

    private const string OfYear = Path + "/{year:guid}";
    private const string NewPath = OfYear + "/new";
    private const string OnePath = OfYear + "/{number:long}";

    public static void Map(PageRoutes pages)
    {
        var chart = pages.Create<ChartPages>();
        pages.GetOfCompany(Path, chart.List);
        pages.GetOfCompany(NewPath, (context, company) => Year(context, company) is { } year
            ? Form(context, company, year, AccountForm.Blank(year), isNew: true)
            : new PageAnswer.NotFound());
        pages.PostOfCompany(NewPath, chart.Create);
        pages.GetOfCompany(OnePath, (context, company) => Found(context, company) is { } account
            ? Form(context, company, Year(context, company)!, account, isNew: false)
            : new PageAnswer.NotFound());
        pages.PostOfCompany(OnePath, chart.Change);
    }

    public static string AddressOf(AccountApi account) => $"{Path}/{account.FiscalYearId}/{account.Number}";

    public static string AddressOfNew(FiscalYearApi year) => $"{Path}/{year.Id}/new";

    private PageAnswer List(HttpContext context, Company company)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var search = context.Request.Query["search"].ToString().Trim();
        var year = (Guid.TryParse(context.Request.Query["year"], out var id) ? company.FiscalYears.Find(id) : null)
            ?? company.Ledger.YearOf(today)
            ?? company.FiscalYears.MaxBy(candidate => candidate.StartDate);
        return year is null
            ? new PageAnswer.SeeOther(FiscalYearPages.Path)
            : PageAnswer.Page<ChartPage>(new
            {
                Company = company,
                Year = year,
                Accounts = company.Accounts
                    .Where(account => account.FiscalYearId == year.Id && Matches(account, search))
                    .OrderBy(account => account.Key.Number)
                    .ToArray(),
                Search = search,
                Saved = context.WasSaved(),
            });
    }

    private PageAnswer Create(HttpContext context, Company company, IFormCollection form)
    {
        if (Year(context, company) is not { } year)
        {
            return new PageAnswer.NotFound();
        }

        var words = Words.For(context);
        var account = AccountForm.Read(AccountForm.Blank(year), company, form) with { Number = form.Text("number") };
        var digits = company.Settings.AccountNumberDigits;
        var error = 0 switch
        {
            _ when account.Number.Length != digits || account.Number[0] == '0'
                || !account.Number.All(char.IsAsciiDigit) => words.AccountNumberIsWrong(digits),
            _ when company.Accounts.Find(account.Key) is not null => words.AccountExists(account.Number),
            _ => AccountForm.WhyNot(account, words),
        };
        return error is null
            ? Keep(company, year, account, form)
            : Form(context, company, year, account, isNew: true, error);
    }

    private PageAnswer Change(HttpContext context, Company company, IFormCollection form)
    {
        if (Found(context, company) is not { } found)
        {
            return new PageAnswer.NotFound();
        }

        var (year, account) = (Year(context, company)!, AccountForm.Read(found, company, form));
        return AccountForm.WhyNot(account, Words.For(context)) is { } error
            ? Form(context, company, year, account, isNew: false, error)
            : Keep(company, year, account, form);
    }

    private PageAnswer Keep(Company company, FiscalYearApi year, AccountApi account, IFormCollection form)
    {
        var type = AccountTypesAPI.Of(account.Number);
        var later = company.FiscalYears
            .Where(other => form.IsTicked("later-years") && other.StartDate > year.StartDate)
            .ToArray();
        foreach (var target in later.Prepend(year))
        {
            var key = account.Key with { FiscalYearId = target.Id };
            company.Accounts.Put(account with
            {
                FiscalYearId = target.Id,
                Type = type.Type,
                TypeDescription = type.TypeDescription,
                CreatedUtc = company.Accounts.Find(key)?.CreatedUtc ?? clock.GetUtcNow(),
                ModifiedUtc = clock.GetUtcNow(),
            });
        }

        return FormFields.Saved($"{Path}?year={year.Id}&search={account.Number}");
    }

    private static bool Matches(AccountApi account, string search) =>
        account.Number.StartsWith(search, StringComparison.Ordinal)
        || account.Name.Contains(search, StringComparison.OrdinalIgnoreCase);

    private static FiscalYearApi? Year(HttpContext context, Company company) =>
        Guid.TryParse((string?)context.GetRouteValue("year"), out var id) ? company.FiscalYears.Find(id) : null;

    private static AccountApi? Found(HttpContext context, Company company) =>
        Year(context, company) is { } year && long.TryParse((string?)context.GetRouteValue("number"), out var number)
            ? company.Accounts.Find(new AccountKey(year.Id, number))
            : null;

    private static PageAnswer Form(
        HttpContext context, Company company, FiscalYearApi year, AccountApi account, bool isNew, string? error = null) =>
        PageAnswer.Page<AccountPage>(
            new
            {
                Company = company,
                Year = year,
                Account = account,
                IsNew = isNew,
                Action = context.Request.Path.Value!,
                Error = error,
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}

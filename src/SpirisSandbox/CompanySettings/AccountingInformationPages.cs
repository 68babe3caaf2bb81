using SpirisSandbox.Pages;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CompanySettings;

/// <summary>
/// Settings &gt; Company settings &gt; Accounting information: verification series with a default, profit units, projects,
/// and the lock of the books.
/// </summary>
internal static class AccountingInformationPages
{
    public const string Path = "/settings/company/accounting-information";
    public const string SeriesPath = Path + "/series";
    public const string DefaultPath = Path + "/default-series";

    public static void Map(PageRoutes pages)
    {
        pages.GetOfCompany(Path, (context, company) =>
            PageAnswer.Page<AccountingInformationPage>(new { Company = company, Saved = context.WasSaved() }));
        pages.PostOfCompany(Path, Save);
        pages.PostOfCompany(SeriesPath, AddSeries);
        pages.PostOfCompany(DefaultPath, ChooseDefault);
    }

    private static PageAnswer Save(HttpContext context, Company company, IFormCollection form)
    {
        var month = form.Month("locked");
        if (month is null && form.Text("locked").Length > 0)
        {
            return Refuse(company, Words.For(context).MonthIsWrong);
        }

        var settings = company.Settings with
        {
            UsesCostCenter = form.IsTicked("cost-centers"),
            UsesProject = form.IsTicked("projects"),
        };
        company.Change(settings.LockedTo(month?.AddMonths(1).AddDays(-1)));
        return FormFields.Saved(Path);
    }

    private static PageAnswer AddSeries(HttpContext context, Company company, IFormCollection form)
    {
        var words = Words.For(context);
        var (letters, name) = (form.Text("series").ToUpperInvariant(), form.Text("name"));
        if (letters.Length is 0 or > 3 || !letters.All(char.IsAsciiLetterUpper) || name.Length is 0 or > 50)
        {
            return Refuse(company, words.SeriesIsWrong);
        }

        if (company.VoucherSeries.Find(letters) is not null)
        {
            return Refuse(company, words.SeriesExists(letters));
        }

        company.VoucherSeries.Put(new VoucherSeries(letters, name, IsDefault: false));
        return FormFields.Saved(Path);
    }

    private static PageAnswer ChooseDefault(HttpContext context, Company company, IFormCollection form)
    {
        if (company.VoucherSeries.Find(form.Text("series")) is not { } chosen)
        {
            return new PageAnswer.NotFound();
        }

        foreach (var series in company.VoucherSeries.Where(series => series.IsDefault).ToArray())
        {
            company.VoucherSeries.Put(series with { IsDefault = false });
        }

        company.VoucherSeries.Put(chosen with { IsDefault = true });
        return FormFields.Saved(Path);
    }

    private static PageAnswer Refuse(Company company, string error) => PageAnswer.Page<AccountingInformationPage>(
        new { Company = company, Error = error }, StatusCodes.Status400BadRequest);
}

using System.Diagnostics;
using System.Globalization;
using SpirisSandbox.Pages;
using SpirisSandbox.Sie;
using SpirisSandbox.State;

namespace SpirisSandbox.SieExchange;

/// <summary>Settings &gt; Import and export &gt; SIE.</summary>
internal sealed class SiePages(SandboxOptions options, TimeProvider clock)
{
    public const string Path = "/settings/import-and-export/sie";
    public const string ExportPath = Path + "/export";

    public static void Map(PageRoutes pages)
    {
        var sie = pages.Create<SiePages>();
        pages.GetOfCompany(Path, (context, company) => sie.Show(
            company, imported: int.TryParse(context.Request.Query["imported"], out var count) ? count : null));
        pages.GetOfCompany(ExportPath, sie.Export);
        pages.PostOfCompany(Path, sie.Import);
    }

    private PageAnswer Export(HttpContext context, Company company)
    {
        var query = context.Request.Query;
        if (Day(query["from"]) is not { } from || Day(query["to"]) is not { } to || to < from
            || company.Ledger.YearOf(from) is not { } year || to > year.EndDate)
        {
            return Show(company, Words.For(context).PeriodIsWrong);
        }

        var file = new SieExport(company, options.Assumptions).Of(year, from, to, clock.GetUtcNow());
        return new PageAnswer.Download(
            SieEncoding.Write(SieWriter.Write(file)), "application/octet-stream", SieExport.NameOf(from, to));
    }

    private PageAnswer Import(HttpContext context, Company company, IFormCollection form)
    {
        var words = Words.For(context);
        if (form.Files["file"] is not { Length: > 0 } file || Sie4Input.EncodingOf(form.Whole("encoding")) is not { } encoding)
        {
            return Show(company, words.FileIsMissing);
        }

        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        if (SieEncoding.Read(bytes.ToArray(), encoding) is not { } text)
        {
            return Show(company, words.FileIsOfAnotherEncoding);
        }

        var order = new SieImportOrder(
            form.IsTicked("map"), form.IsTicked("opening"), form.IsTicked("names"), new Dictionary<string, string>());
        return SieImport.Run(company, options.Assumptions, text, order, clock.GetUtcNow()) switch
        {
            SieImport.Imported(var vouchers) =>
                new PageAnswer.SeeOther(FormattableString.Invariant($"{Path}?imported={vouchers.Count}")),
            SieImport.Refused(var refusal) =>
                Show(company, words.NothingWasImported(refusal.Error.DeveloperErrorMessage)),
            _ => throw new UnreachableException("The imports are closed."),
        };
    }

    private PageAnswer Show(Company company, string? error = null, int? imported = null)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var year = company.Ledger.YearOf(today);
        return PageAnswer.Page<SiePage>(
            new
            {
                Company = company,
                From = Text(year?.StartDate ?? today),
                To = Text(year?.EndDate ?? today),
                Imported = imported,
                Error = error,
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

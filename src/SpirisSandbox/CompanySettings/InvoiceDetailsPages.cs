using System.Globalization;
using SpirisSandbox.Pages;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CompanySettings;

/// <summary>Settings &gt; Company settings &gt; Invoice details: the number the invoices start from.</summary>
internal static class InvoiceDetailsPages
{
    public const string Path = "/settings/company/invoice-details";

    private const int HighestNumber = 999_999_999;

    public static void Map(PageRoutes pages)
    {
        pages.GetOfCompany(Path, (context, company) => Show(
            company, company.Settings.NextCustomerInvoiceNumber.ToString(CultureInfo.InvariantCulture), context.WasSaved()));
        pages.PostOfCompany(Path, Save);
    }

    private static PageAnswer Save(HttpContext context, Company company, IFormCollection form)
    {
        var words = Words.For(context);
        if (!MayChange(company))
        {
            return Show(company, "", saved: false, words.InvoiceNumberIsFixed);
        }

        var number = form.Whole("number") ?? 0;
        if (number is < 1 or > HighestNumber)
        {
            return Show(company, form.Text("number"), saved: false, words.InvoiceNumberIsWrong);
        }

        company.Change(company.Settings with { NextCustomerInvoiceNumber = number });
        return FormFields.Saved(Path);
    }

    // Numbers of invoices run without gaps: once one was given, the next follows.
    private static bool MayChange(Company company) => !company.Vouchers.Any(voucher =>
        voucher.VoucherType is VoucherType.CustomerInvoiceDebit or VoucherType.CustomerInvoiceCredit);

    private static PageAnswer Show(Company company, string typed, bool saved, string? error = null) =>
        PageAnswer.Page<InvoiceDetailsPage>(
            new { Company = company, MayChange = MayChange(company), Typed = typed, Saved = saved, Error = error },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}

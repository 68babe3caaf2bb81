using System.Globalization;
using SpirisSandbox.Pages;
using SpirisSandbox.Sales;
using SpirisSandbox.State;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>Sales &gt; Invoices: the list, newest first, and one invoice with its payment and its voiding.</summary>
internal static class InvoicePages
{
    private const string Path = "/sales/invoices";
    private const int Complete = 2;
    private const int Partial = 1;

    public static void Map(PageRoutes pages)
    {
        pages.GetOfCompany(Path, List);
        pages.GetOfCompany(Path + "/{id:guid}", (context, company) => Find(context, company) is { } invoice
            ? Show(context, company, invoice, problem: null)
            : new PageAnswer.NotFound());
        pages.PostOfCompany(Path + "/{id:guid}/payment", Pay);
        pages.PostOfCompany(Path + "/{id:guid}/void", (context, company, _) => Find(context, company) is { } invoice
            ? Done(context, company, invoice, VoidInvoice.Void(SalesWork.Of(context, company), invoice))
            : new PageAnswer.NotFound());
    }

    public static string AddressOf(Guid invoice) => $"{Path}/{invoice}";

    public static string FileOf(Guid invoice) => InvoiceFiles.PathOf(invoice);

    private static PageAnswer List(HttpContext context, Company company) => PageAnswer.Page<InvoiceListPage>(new
    {
        Company = company,
        Invoices = Paging.NewestFirst(context, company.Sales.CustomerInvoices.All),
        SalesWork.Of(context, company).Today,
    });

    private static PageAnswer Pay(HttpContext context, Company company, IFormCollection form)
    {
        if (Find(context, company) is not { } invoice)
        {
            return new PageAnswer.NotFound();
        }

        var text = form["amount"].ToString().Replace(',', '.');
        var amount = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var kronor)
            ? kronor
            : (decimal?)null;
        var payment = new InvoicePaymentInput
        {
            CompanyBankAccountId = Guid.TryParse(form["bank"], out var bank) ? bank : null,
            PaymentDate = DateOnly.TryParseExact(form["date"], "yyyy-MM-dd", out var date) ? date : null,
            PaymentAmount = amount,
            PaymentCurrency = invoice.CurrencyCode,
            PaymentType = amount == invoice.RemainingAmount ? Complete : Partial,
        };
        return Done(context, company, invoice, PostPayment.Pay(SalesWork.Of(context, company), invoice, payment));
    }

    private static PageAnswer Done<T>(
        HttpContext context, Company company, CustomerInvoiceApi invoice, Making<T> making) =>
        making is Making<T>.Refused(var why)
            ? Show(context, company, invoice, why.Error.DeveloperErrorMessage)
            : new PageAnswer.SeeOther(AddressOf(invoice.Id));

    private static PageAnswer Show(HttpContext context, Company company, CustomerInvoiceApi invoice, string? problem) =>
        PageAnswer.Page<InvoicePage>(
            new { Company = company, Invoice = invoice, SalesWork.Of(context, company).Today, Problem = problem },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static CustomerInvoiceApi? Find(HttpContext context, Company company) =>
        Guid.TryParse((string?)context.GetRouteValue("id"), out var id)
            ? company.Sales.CustomerInvoices.Find(id)
            : null;
}

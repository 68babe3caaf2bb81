using SpirisSandbox.Api;
using SpirisSandbox.Documents;
using SpirisSandbox.Printing;
using SpirisSandbox.State;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>Where an invoice's PDF can be fetched.</summary>
/// <remarks>Source: OpenAPI 2026-09, InvoiceUrlApi.</remarks>
public sealed record InvoiceUrlApi(string Url);

/// <summary>An invoice as a PDF: its bytes, or an address where anybody who has it can fetch them.</summary>
/// <remarks>
/// Source: portal, changelog autumn 2025: the address is one of a store of temporary files, by a GUID and without any
/// token. Ours is the invoice's own id, and does not run out.
/// </remarks>
internal static class InvoiceFiles
{
    public static void Map(IServiceProvider services)
    {
        var state = services.GetRequiredService<SandboxState>();
        services.GetRequiredService<TemporaryFiles>().AddSource(id => state.Companies
            .Select(company => company.Sales.CustomerInvoices.Find(id) is { } invoice
                ? (OnePagePdf.ContentType, PrintedDocument.Of(company, invoice))
                : ((string ContentType, byte[] Content)?)null)
            .FirstOrDefault(found => found is not null));
    }

    /// <summary>The path of an invoice's PDF on this site.</summary>
    public static string PathOf(Guid invoice) => TemporaryFiles.PathOf(invoice);

    public static ApiAnswer Address(ApiCall call, CustomerInvoiceApi invoice) =>
        new ApiAnswer.Ok(new InvoiceUrlApi(call.Origin + PathOf(invoice.Id)));

    public static ApiAnswer Content(ApiCall call, CustomerInvoiceApi invoice) =>
        new ApiAnswer.File(PrintedDocument.Of(call.Company, invoice), OnePagePdf.ContentType);
}

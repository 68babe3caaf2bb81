using SpirisSandbox.Api;
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
    private const string Path = "/temp/fileanonymous/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var state = routes.ServiceProvider.GetRequiredService<SandboxState>();
        routes.MapMethods(Path + "{id:guid}", [HttpMethods.Get], context =>
        {
            var id = Guid.Parse((string)context.GetRouteValue("id")!);
            foreach (var company in state.Companies)
            {
                if (company.Sales.CustomerInvoices.Find(id) is { } invoice)
                {
                    context.Response.ContentType = OnePagePdf.ContentType;
                    return context.Response.Body
                        .WriteAsync(PrintedDocument.Of(company, invoice), context.RequestAborted).AsTask();
                }
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>The path of an invoice's PDF on this site.</summary>
    public static string PathOf(Guid invoice) => Path + invoice;

    public static ApiAnswer Address(ApiCall call, CustomerInvoiceApi invoice) =>
        new ApiAnswer.Ok(new InvoiceUrlApi(call.Origin + PathOf(invoice.Id)));

    public static ApiAnswer Content(ApiCall call, CustomerInvoiceApi invoice) =>
        new ApiAnswer.File(PrintedDocument.Of(call.Company, invoice), OnePagePdf.ContentType);
}

using System.Net;
using System.Text.Json;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Invoicing;

/// <summary>What can be done about an invoice or order that is made: a file attached to it, and the invoice sent.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>/v2/salesdocumentattachments</c>, <c>/v2/customerinvoices/{id}/email</c> and
/// <c>/einvoice</c>.</remarks>
public sealed class InvoiceAttachments(SpirisConnection connection, SpirisAccessSource access)
{
    private readonly AuthorisedCalls _calls = new(connection, access);

    /// <summary>Attaches a PDF. Attached twice it would stand there twice, and nothing worse.</summary>
    public Task<InvoiceAftermath> AttachAsync(
        InvoiceKind kind, string documentId, string fileName, ReadOnlyMemory<byte> pdf, CancellationToken cancellation) => CallAsync(
            kind is InvoiceKind.Order ? "salesdocumentattachments/order" : "salesdocumentattachments/customerinvoice",
            new SalesAttachment(documentId, fileName, Convert.ToBase64String(pdf.Span)), cancellation);

    /// <summary>Has Spiris send an invoice to the customer's e-mail address.</summary>
    public Task<InvoiceAftermath> EmailAsync(string invoiceId, CancellationToken cancellation) =>
        CallAsync($"customerinvoices/{invoiceId}/email", null, cancellation);

    /// <summary>Has Spiris send an invoice as an e-invoice.</summary>
    public Task<InvoiceAftermath> SendElectronicallyAsync(string invoiceId, CancellationToken cancellation) =>
        CallAsync($"customerinvoices/{invoiceId}/einvoice", null, cancellation, """{"SendType":1}""");

    private async Task<InvoiceAftermath> CallAsync(
        string path, SalesAttachment? file, CancellationToken cancellation, string otherwise = "{}")
    {
        using var permit = await connection.QuotaOf(path).TakeAsync(QuotaUse.Work, cancellation);
        var body = file is null
            ? System.Text.Encoding.UTF8.GetBytes(otherwise)
            : JsonSerializer.SerializeToUtf8Bytes(file, SpirisBodies.Default.SalesAttachment);
        return await _calls.PostAsync(path, body, () => true, cancellation) switch
        {
            Exchange.Answered { Status: HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent } => new InvoiceAftermath.Done(),
            Exchange.Answered { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests } answer =>
                new InvoiceAftermath.Refused(answer.Described),
            Exchange.Answered answer => new InvoiceAftermath.Unavailable(answer.Described, answer.RetryAfter),
            Exchange.NotSent(var problem, var retryAfter) => new InvoiceAftermath.Unavailable(problem, retryAfter),
            Exchange.Lost(var problem) => new InvoiceAftermath.Unavailable(problem, null),
            Exchange.NoAccess(var problem) => new InvoiceAftermath.Unavailable(problem, null),
            _ => throw new System.Diagnostics.UnreachableException("The cases of Exchange are closed."),
        };
    }
}

/// <summary>What came of something that was to be done about an invoice.</summary>
public abstract record InvoiceAftermath
{
    private InvoiceAftermath()
    {
    }

    /// <summary>It is done.</summary>
    public sealed record Done : InvoiceAftermath;

    /// <summary>Spiris would not, and would not the next time.</summary>
    public sealed record Refused(string Problem) : InvoiceAftermath;

    /// <summary>It may be done or not.</summary>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter) : InvoiceAftermath;
}

/// <summary>The body of an upload. The document's id really is called so.</summary>
/// <remarks>Source: Swagger 2024-05, <c>SalesDocumentAttachmentUploadApi</c>.</remarks>
internal sealed record SalesAttachment(string DockumentId, string FileName, string Data)
{
    public string ContentType { get; } = "application/pdf";
}

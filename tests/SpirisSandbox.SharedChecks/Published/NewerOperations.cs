namespace SpirisSandbox.SharedChecks.Published;

/// <summary>
/// Operations that are newer than the document of 2024-05. No list at hand has their scopes; what they answer is known
/// from the models of 2026-09 and from the names in the portal's changelog.
/// </summary>
public static class NewerOperations
{
    private const string File = "SalesDocumentAttachmentApi";

    public static IReadOnlyList<PublishedOperation> All { get; } =
    [
        Of("GET", "/v2/currencies/exchangerate", null, null, 200),
        Of("POST", "/v2/deliverymethods", "DeliveryMethodApi", "DeliveryMethodApi", 200),
        Of("POST", "/v2/deliveryterms", "DeliveryTermApi", "DeliveryTermApi", 200),
        Of("POST", "/v2/customerinvoices/{invoiceId}/einvoice", null, "ElectronicInvoiceRequestApi", 200),
        Of("POST", "/v2/customerinvoices/{invoiceId}/void", null, null, 200),
        Of("GET", "/v2/customerinvoicedrafts/{customerInvoiceDraftId}/print", "InvoiceUrlApi", null, 200),
        Of("POST", "/v2/orders/{id}/converteddrafttoorder", "OrderApi", null, 200),
        Of("POST", "/v2/orders/{id}/completed", "OrderApi", null, 200),
        Of("POST", "/v2/orders/{id}/voided", "OrderApi", null, 200),
        Of("POST", "/v2/orders/{id}/email", null, "EmailApi", 200),
        Of("GET", "/v2/foreignpaymentcodes/{id}", "ForeignPaymentCodesAPI", null, 200),
        Of("GET", "/v2/sie4export/{from}/{to}", "DocumentApi", null, 200),
        Of("POST", "/v2/sie4import", "CommonBatchResponseApi", "Sie4Api", 200),
        Of("GET", "/v2/salesdocumentattachments", File, null, 200) with { Shape = AnswerShape.Page },
        Of("GET", "/v2/salesdocumentattachments/{attachmentId}", File, null, 200),
        Of("POST", "/v2/salesdocumentattachments/order", File, "SalesDocumentAttachmentUploadApi", 201),
        Of("DELETE", "/v2/salesdocumentattachments/order/{orderId}/{attachmentId}", null, null, 200),
    ];

    /// <summary>Whatever document names the operation; null when none does.</summary>
    public static PublishedOperation? Find(string key) =>
        PublishedOperation.All.Concat(All).FirstOrDefault(operation => operation.Key == key);

    private static PublishedOperation Of(string method, string path, string? model, string? input, int status) =>
        new(method, path, model, AnswerShape.One, input, status) { Scopes = [], Variants = [], Queries = [] };
}

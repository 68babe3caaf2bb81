namespace SpirisSandbox.SharedChecks;

/// <summary>Operations that the sandbox answers and that the walk does not get a good answer from yet: it makes no sample for
/// them (a file, an order in the right state, a document to hang something on). Nothing is known of their contract.</summary>
/// <remarks>The sandbox's own tests call them. One that the walk does reach must leave this list.</remarks>
public static class Unreached
{
    public static IReadOnlyList<string> Operations { get; } =
    [
        "GET /v2/customerledgeritems",
        "GET /v2/partnerresourcelinks",
        "POST /v2/attachmentlinks",
        "DELETE /v2/attachmentlinks/{}",
        "POST /v2/bankaccounts",
        "PUT /v2/bankaccounts/{}",
        "PUT /v2/companysettings/rotrut",
        "POST /v2/customerinvoices/{}/paymentreminders",
        "POST /v2/customerinvoices/{}/void",
        "POST /v2/customerledgeritems",
        "POST /v2/customerledgeritems/customerledgeritemswithvoucher",
        "GET /v2/customerledgeritems/{}",
        "GET /v2/documents/{}",
        "POST /v2/orders/{}/backorder",
        "POST /v2/orders/{}/convert",
        "POST /v2/orders/{}/converteddrafttoorder",
        "POST /v2/partnerresourcelinks",
        "DELETE /v2/partnerresourcelinks/{}",
        "GET /v2/partnerresourcelinks/{}",
        "PUT /v2/partnerresourcelinks/{}",
        "GET /v2/salesdocumentattachments",
        "POST /v2/salesdocumentattachments",
        "POST /v2/salesdocumentattachments/customerinvoice",
        "DELETE /v2/salesdocumentattachments/customerinvoice/{}/{}",
        "POST /v2/salesdocumentattachments/customerinvoicedraft",
        "DELETE /v2/salesdocumentattachments/customerinvoicedraft/{}/{}",
        "POST /v2/salesdocumentattachments/order",
        "DELETE /v2/salesdocumentattachments/order/{}/{}",
        "GET /v2/salesdocumentattachments/{}",
        "GET /v2/salesdocumentattachments/{}.pdf",
        "DELETE /v2/salesdocumentattachments/{}/{}",
        "GET /v2/sie4export/{}/{}",
        "POST /v2/sie4import",
    ];
}

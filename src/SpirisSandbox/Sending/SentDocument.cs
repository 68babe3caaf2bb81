using SpirisSandbox.State;

namespace SpirisSandbox.Sending;

/// <summary>
/// Something the real service would have sent to a customer. The sandbox sends nothing: it writes it down.
/// </summary>
/// <param name="Kind">email, einvoice or reminder.</param>
/// <param name="Document">customerinvoice or order.</param>
/// <param name="To">An e-mail address, or the electronic address of an e-invoice.</param>
/// <param name="SendType">How an e-invoice travels: see CustomerInvoiceApi.SendType.</param>
/// <param name="LatePaymentFee">Kronor, on a reminder.</param>
public sealed record SentDocument(
    Guid Id,
    string Kind,
    string Document,
    Guid DocumentId,
    int Number,
    string? To,
    IReadOnlyList<string> Copies,
    string? Subject,
    string? Message,
    int? SendType,
    decimal? LatePaymentFee,
    DateTimeOffset At)
{
    internal static SentDocument Of(
        Letter letter, string kind, string document, Guid documentId, int number, DateTimeOffset at) => new(
        Guid.NewGuid(),
        kind,
        document,
        documentId,
        number,
        letter.To,
        letter.Copies,
        letter.Subject,
        letter.Message,
        SendType: null,
        LatePaymentFee: null,
        at);
}

/// <summary>The documents that a company would have sent, in a form of our own.</summary>
/// <param name="OrganisationNumber">With its hyphen.</param>
public sealed record SentByCompany(string OrganisationNumber, IReadOnlyList<SentDocument> Documents)
{
    public static IReadOnlyList<SentByCompany> AllOf(SandboxState state) =>
    [
        .. state.Companies.Select(company => new SentByCompany(
            company.Settings.CorporateIdentityNumber ?? "", [.. company.Sales.SentDocuments])),
    ];
}

namespace SpirisSandbox.SharedChecks.Published;

/// <summary>
/// The models of bodies and answers: as the document of 2024-05 has them, but for where the models of 2026-09 say more.
/// </summary>
public static class InputModels
{
    private static readonly Dictionary<string, string> _inputs = new()
    {
        ["POST /v2/fiscalyears"] = "FiscalYearCreateApi",
        ["POST /v2/customerinvoicedrafts/{}/convert"] = "",
        ["PUT /v2/costcenters/{}"] = "CostCenterApi",
        ["POST /v2/orders/{}/convert"] = "OrderConversionApi",
    };

    // What the older document calls only "object", has the wrong way round, or has with the voucher that was sent.
    private static readonly Dictionary<string, string> _answers = new()
    {
        ["GET /v2/customers/{}"] = "CustomerApi",
        ["PUT /v2/orders/{}"] = "OrderApi",
        ["POST /v2/customerledgeritems/customerledgeritemswithvoucher"] = "CustomerLedgerItemApi",
    };

    /// <summary>The model of the request's body; null when it has none.</summary>
    public static string? Of(string key, PublishedOperation operation) =>
        _inputs.GetValueOrDefault(key, operation.Input ?? "") is { Length: > 0 } model ? model : null;

    /// <summary>The model that is answered; null when the answer has no body.</summary>
    public static string? Answer(string key, PublishedOperation operation) =>
        _answers.GetValueOrDefault(key) ?? operation.Model;

    /// <summary>One VAT code is documented as a page of many; every client reads one.</summary>
    public static AnswerShape Shape(string key, PublishedOperation operation) =>
        key == "GET /v2/vatcodes/{}" ? AnswerShape.One : operation.Shape;
}

using SpirisSandbox.Api;

namespace SpirisSandbox.Documents;

/// <summary><c>/v2/documents/{id}</c>: a document that was told of, as long as its address works.</summary>
/// <remarks>Source: Swagger 2024-05: for the PDF of a VAT report, which the sandbox has none of.</remarks>
public static class DocumentOperations
{
    private static readonly Access _read =
        new(Scope.Sales, Scope.SalesReadonly, Scope.Purchase, Scope.PurchaseReadonly);

    public static void Map(ApiRoutes v2, TemporaryFiles files) =>
        v2.Get("/documents/{id:guid}", _read, call => ApiAnswer.Found(files.Find(call.Company.Id, call.Id("id"))));
}

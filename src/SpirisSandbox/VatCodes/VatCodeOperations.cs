using SpirisSandbox.Api;

namespace SpirisSandbox.VatCodes;

/// <summary>A VAT code with the rates it has had.</summary>
/// <remarks>Source: Swagger 2024-05, VatCodeRateApi.</remarks>
public sealed record VatCodeRateApi(
    Guid Id,
    string Code,
    string Description,
    IReadOnlyList<VatRateApi> VatRates,
    int OssCodeType,
    RelatedAccounts RelatedAccounts);

/// <summary>The rate from a day on, as a share of one.</summary>
public sealed record VatRateApi(DateOnly VatRateDate, decimal VatRate);

/// <summary><c>/v2/vatcodes</c> and <c>/v2/vatcodesrates</c>: read only.</summary>
/// <remarks>The query <c>vatRateDate</c> is taken and changes nothing: the demo's rates have never changed.</remarks>
public static class VatCodeOperations
{
    private static readonly DateOnly _since = new(2012, 1, 1);

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/vatcodes", Access.ReadAccounting, call => call.List(call.Company.VatCodes.All));
        v2.Get("/vatcodes/{id:guid}", Access.ReadAccounting, call =>
            ApiAnswer.Found(call.Company.VatCodes.Find(call.Id("id"))));
        v2.Get("/vatcodesrates", Access.ReadAccounting, call =>
            call.List(call.Company.VatCodes.Select(WithRates).ToArray()));
    }

    private static VatCodeRateApi WithRates(VatCodeApi code) => new(
        code.Id,
        code.Code,
        code.Description,
        [new VatRateApi(_since, code.VatRate)],
        code.OssCodeType,
        code.RelatedAccounts);
}

using SpirisSandbox.Api;

namespace SpirisSandbox.Vouchers;

/// <summary><c>/v2/vouchers</c>: listed, read and posted; never changed or taken away.</summary>
/// <remarks>
/// Source: every API document from 2018 to 2026: no PUT, PATCH or DELETE of a voucher; one voucher is only read
/// together with its fiscal year. Lists are in the order of booking.
/// </remarks>
public static class VoucherOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/vouchers", Access.ReadAccounting, All);
        v2.Get("/vouchers/{fiscalyearId:guid}", Access.ReadAccounting, OfYear);
        v2.Get("/vouchers/{fiscalyearId:guid}/{voucherId:guid}", Access.ReadAccounting, One);
        v2.Post<VoucherInput>("/vouchers", Access.WriteAccounting, PostVoucher.Answer);
    }

    private static ApiAnswer All(ApiCall call) => call.List(Visible(call));

    private static ApiAnswer OfYear(ApiCall call)
    {
        var year = call.Id("fiscalyearId");
        return call.Company.FiscalYears.Find(year) is null
            ? new ApiAnswer.Refused(ErrorCatalogue.FiscalYearDoesNotExist, "The fiscal year does not exist.")
            : call.List(Visible(call).Where(voucher => voucher.FiscalYearId == year).ToArray());
    }

    private static ApiAnswer One(ApiCall call) =>
        ApiAnswer.Found(call.Company.Vouchers.Find(call.Id("voucherId")) is { } voucher
            && voucher.FiscalYearId == call.Id("fiscalyearId")
                ? voucher
                : null);

    private static IReadOnlyList<VoucherApi> Visible(ApiCall call) =>
        call.Visible(call.Company.Vouchers.All, voucher => voucher.CreatedUtc);
}

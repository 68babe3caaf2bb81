using System.Diagnostics;
using SpirisSandbox.Api;
using SpirisSandbox.Documents;
using SpirisSandbox.Sie;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.SieExchange;

/// <summary><c>/v2/sie4export</c> and <c>/v2/sie4import</c>.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, SieFileImportExport: scopes of accounting, every variant, 200 for both.
/// </remarks>
public static class SieOperations
{
    private const string ContentType = "application/octet-stream";

    public static void Map(ApiRoutes v2, TemporaryFiles files)
    {
        v2.Get("/sie4export/{fromDate}/{toDate}", Access.ReadAccounting, call => Export(call, files));
        v2.Post<Sie4Input>("/sie4import", Access.WriteAccounting, Import);
    }

    private static ApiAnswer Export(ApiCall call, TemporaryFiles files)
    {
        if (call.Date("fromDate") is not { } from || call.Date("toDate") is not { } to)
        {
            return new ApiAnswer.Refused(ErrorCatalogue.InvalidInput, "Both dates are written yyyy-MM-dd.");
        }

        if (call.Company.Ledger.YearOf(from) is not { } year)
        {
            return new ApiAnswer.Refused(ErrorCatalogue.FiscalYearDoesNotExist, "No fiscal year exists for the date.");
        }

        if (to < from || to > year.EndDate)
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.DataModelValidationError, "Both dates must be in the same fiscal year, the first one first.");
        }

        var file = new SieExport(call.Company, call.Assumptions).Of(year, from, to, call.Now);
        return new ApiAnswer.Ok(files.OfferDocument(
            call.Origin,
            call.Company.Id,
            ContentType,
            SieExport.NameOf(from, to),
            SieEncoding.Write(SieWriter.Write(file))));
    }

    private static ApiAnswer Import(ApiCall call, Sie4Input input)
    {
        var errors = input.Check();
        if (errors.Any)
        {
            return errors.Refusal();
        }

        if (Text(input) is not { } text)
        {
            return SieImport.Refuse("the bytes are not of the encoding that was named.").Refusal;
        }

        return SieImport.Run(call.Company, call.Assumptions, text, input.ToOrder(), call.Now) switch
        {
            SieImport.Imported(var vouchers) => new ApiAnswer.Ok(new CommonBatchResponseApi(Count(call, vouchers))),
            SieImport.Refused(var refusal) => refusal,
            _ => throw new UnreachableException("The imports are closed."),
        };
    }

    private static string? Text(Sie4Input input)
    {
        var bytes = new byte[input.SieData!.Length];
        return Convert.TryFromBase64String(input.SieData, bytes, out var length)
            ? SieEncoding.Read(bytes[..length], Sie4Input.EncodingOf(input.Encoding)!)
            : null;
    }

    private static int Count(ApiCall call, IReadOnlyList<VoucherApi> vouchers) =>
        call.Assumptions.SieImportCounts == SieImportCount.Vouchers
            ? vouchers.Count
            : vouchers.Sum(voucher => voucher.Rows.Count);
}

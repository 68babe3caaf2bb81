using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Exports;

/// <summary>An export as the API tells it. More members may follow.</summary>
/// <param name="Number">Counts the company's exports, from 1.</param>
/// <param name="From">The first business date that was asked for.</param>
/// <param name="To">The last.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="Closings">How many closings it holds.</param>
/// <param name="Vouchers">In how many vouchers.</param>
/// <param name="Total">The sum of their debits, in kronor.</param>
/// <param name="Sha256">The digest of the file, in hexadecimal.</param>
public sealed record ExportAnswer(
    int Number, DateOnly From, DateOnly To, string FileName, int Closings, int Vouchers, decimal Total, string Sha256)
{
    /// <summary>What the API says of an export.</summary>
    public static ExportAnswer Of(SieExport export) => new(
        export.Number, export.FirstDate, export.LastDate, export.FileName, export.ClosingCount, export.VoucherCount,
        export.Total.ToKronor(), Convert.ToHexStringLower(export.FileHash));
}

/// <summary><c>GET /api/v1/sie-exports/{number}</c>: the file of an export, byte for byte as it was made.</summary>
internal static class GetExport
{
    /// <summary>Where exports are, under the API.</summary>
    public const string Path = "/sie-exports";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet($"{Path}/{{number:int}}", HandleAsync)
        .WithName("GetExport")
        .WithSummary("The file of an export. One that was released is not handed out any more.")
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone);

    /// <summary>Where an export's file is.</summary>
    public static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"/api/v1{Path}/{number}");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        int number, ApiCaller caller, BackOfficeDb db, CancellationToken cancellation)
    {
        if (caller.Register is not null)
        {
            return ExportProblems.KeyOfOneRegister();
        }

        return await ExportFileOnRecord.FindAsync(db, caller.CompanyId, number, cancellation) switch
        {
            null => ExportProblems.NotFound(number),
            { IsReleased: true } => ExportProblems.Released(number),
            var export => TypedResults.File(export.File, "application/octet-stream", export.FileName),
        };
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Settling;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary><c>GET /api/v1/invoices/{register}/{receiptNumber}</c>: what has become of a receipt.</summary>
internal static class GetInvoice
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/invoices/{register}/{receiptNumber}", HandleAsync)
        .WithName("GetInvoice")
        .WithSummary("Tells what has become of one receipt that was to be invoiced.")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>Where a receipt is found.</summary>
    public static string AddressOf(ReceiptKey key) =>
        $"/api/v1/invoices/{Uri.EscapeDataString(key.Register)}/{Uri.EscapeDataString(key.ReceiptNumber)}";

    public static async Task<Results<Ok<InvoiceAnswer>, ProblemHttpResult>> HandleAsync(
        string register, string receiptNumber, ApiCaller caller, BackOfficeDb db, CancellationToken cancellation)
    {
        if (caller.Register is { } only && only != register)
        {
            return Problems.KeyOfAnotherRegister(caller, register);
        }

        var key = new ReceiptKey(register, receiptNumber);
        if (await InvoiceView.FindAsync(db, caller.CompanyId, key, cancellation) is not { } view)
        {
            return InvoiceProblems.NotFound(key);
        }

        var settled = await db.Settlements.AsNoTracking().SingleOrDefaultAsync(row => row.ReceiptId == view.Id, cancellation);
        return TypedResults.Ok(view.ToAnswer() with { Settlement = settled is null ? null : SettlementAnswer.Of(settled) });
    }
}

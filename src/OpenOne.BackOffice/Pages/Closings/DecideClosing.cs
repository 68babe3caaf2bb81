using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Pages.Organisations;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary><c>POST /closings/{register}/{zNumber}/decide</c>: what a person has decided about the vouchers of a closing.</summary>
internal static class DecideClosing
{
    /// <summary>This voucher books the closing.</summary>
    public const string This = "this";

    /// <summary>No voucher that was found books the closing.</summary>
    public const string Another = "another";

    /// <summary>This voucher, which is one too many, has been reversed.</summary>
    public const string Reversed = "reversed";

    /// <summary>The voucher that booked the closing has been reversed by the one with this number.</summary>
    public const string Corrected = "corrected";

    private const int MaxNumberLength = 20;

    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost($"{ClosingsPage.Path}/{{register}}/{{zNumber:int}}/decide", HandleAsync)
        .WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a closing.</summary>
    public static string AddressOf(string companyNumber, string register, int zNumber) =>
        ClosingPage.AddressOf(companyNumber, register, zNumber, "/decide");

    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest, StatusCodeHttpResult>> HandleAsync(
        string register, int zNumber, [FromQuery] string company, [FromForm] string choice, [FromForm] string? voucher, [FromForm] int? ordinal,
        CurrentOrganisation current, BackOfficeDb db, VoucherDecisions decisions, HttpContext http, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var place = await ClosingPlace.FindAsync(db, current.Id, company, register, zNumber, cancellation);
        if (place is not var (owner, closingId))
        {
            return TypedResults.NotFound();
        }

        var by = http.User.Identity!.Name!;
        var about = voucher?.Trim() ?? "";
        var which = new VoucherOf(closingId, ordinal ?? 0);

        // Where somebody else was quicker, the page shows what is true now.
        switch (choice)
        {
            case This:
                await decisions.ChooseAsync(which, about, by, cancellation);
                break;
            case Another:
                await decisions.SendAsync(which, by, cancellation);
                break;
            case Reversed:
                await decisions.SettleAsync(owner.Id, about, by, cancellation);
                break;
            case Corrected when about.Length is > 0 and <= MaxNumberLength:
                await decisions.CorrectAsync(closingId, about, by, cancellation);
                break;
            default:
                return TypedResults.BadRequest();
        }

        return TypedResults.LocalRedirect(ClosingPage.AddressOf(owner.OrganisationNumber.ToString(), register, zNumber));
    }
}

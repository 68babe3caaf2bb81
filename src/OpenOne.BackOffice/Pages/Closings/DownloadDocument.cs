using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary><c>GET /closings/{register}/{zNumber}/document</c>: the bytes that a register posted, untouched.</summary>
internal static class DownloadDocument
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet($"{ClosingsPage.Path}/{{register}}/{{zNumber:int}}/document", HandleAsync)
        .WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the document of a closing is, or one that came later for the same Z number.</summary>
    public static string AddressOf(ClosingEvidence closing, ClosingEvidence.Conflict? conflict = null)
    {
        var key = closing.Report.Key;
        var address = ClosingPage.AddressOf(closing.CompanyNumber.ToString(), key.Register, key.ZNumber, "/document");
        return conflict is null ? address : $"{address}&conflict={conflict.Id}";
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> HandleAsync(
        string register, int zNumber, string? company, Guid? conflict,
        CurrentOrganisation current, BackOfficeDb db, CancellationToken cancellation)
    {
        var place = await ClosingPlace.FindAsync(db, current.Id, company, register, zNumber, cancellation);
        if (place is not var (_, closingId))
        {
            return TypedResults.NotFound();
        }

        var document = conflict is { } other
            ? await db.ConflictingClosings.Where(known => known.Id == other && known.ClosingId == closingId)
                .Select(known => known.Document).SingleOrDefaultAsync(cancellation)
            : await db.Closings.Where(known => known.Id == closingId)
                .Select(known => known.Document).SingleOrDefaultAsync(cancellation);
        var name = string.Create(CultureInfo.InvariantCulture, $"{register}-Z{zNumber}.json");
        return document is null ? TypedResults.NotFound() : TypedResults.File(document, "application/json", name);
    }
}

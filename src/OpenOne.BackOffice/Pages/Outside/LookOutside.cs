using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Outside;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Outside;

/// <summary><c>POST /finance/duplicates/look</c>: looks in Spiris now, on the days that have not been sent yet.</summary>
internal static class LookOutside
{
    private const string Path = $"{OutsidePage.Path}/look";

    /// <summary>How long a person waits for an answer.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, CurrentOrganisation current, BackOfficeDb db, OutsideLook look, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!OrganisationNumber.TryParse(company, out var number)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(known => known.OrganisationNumber == number, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var days = await db.Deliveries.Where(delivery => delivery.CompanyId == owner.Id && delivery.Ordinal == 0 && delivery.Posted == null && delivery.ExportedIn == null)
            .GroupBy(delivery => delivery.CompanyId)
            .Select(waiting => new { First = waiting.Min(delivery => delivery.BusinessDate), Last = waiting.Max(delivery => delivery.BusinessDate) })
            .SingleOrDefaultAsync(cancellation);
        var answer = days is null ? "nothing-waits"
            : await LookAsync(look, owner.Id, days.First, days.Last, cancellation) ? "looked"
            : "not-looked";
        return TypedResults.LocalRedirect($"{OutsidePage.AddressOf(number.ToString())}&answer={answer}");
    }

    private static async Task<bool> LookAsync(OutsideLook look, Guid companyId, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        try
        {
            return await look.AtAsync(companyId, first, last, patience.Token) is OutsideLooking.Looked;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}

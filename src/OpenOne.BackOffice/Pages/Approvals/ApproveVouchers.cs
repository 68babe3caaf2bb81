using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Pages.Approvals;

/// <summary><c>POST /finance/approvals/approve</c>: the buttons <b>Approve chosen</b> and <b>Approve all shown</b>.</summary>
internal static class ApproveVouchers
{
    private const string Path = $"{ApprovalsPage.Path}/approve";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    /// <summary>What a check box says of a voucher: which closing, and what the person saw.</summary>
    public static string ValueOf(Guid closingId, VoucherFingerprint seen) => $"{closingId:N}.{seen.Hex}";

    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, IFormCollection form, CurrentOrganisation current, BackOfficeDb db, VoucherApprovals approvals,
        HttpContext http, CancellationToken cancellation)
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

        var seen = new Dictionary<Guid, VoucherFingerprint>();
        foreach (var value in form.ContainsKey("all") ? form["shown"] : form["chosen"])
        {
            if (value?.Split('.') is not [var id, { Length: 64 } hex] || !Guid.TryParseExact(id, "N", out var closingId))
            {
                return TypedResults.BadRequest();
            }

            seen[closingId] = VoucherFingerprint.FromHex(hex);
        }

        var approved = await approvals.ApproveAsync(owner.Id, seen, http.User.Identity!.Name!, cancellation);
        return TypedResults.LocalRedirect(string.Create(
            CultureInfo.InvariantCulture,
            $"{ApprovalsPage.AddressOf(number.ToString())}&approved={approved}&of={seen.Count}"));
    }
}

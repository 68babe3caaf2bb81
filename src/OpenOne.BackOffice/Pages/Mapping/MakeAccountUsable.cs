using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Pages.Parts;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary><c>POST /finance/account-mapping/accounts/make</c>: creates or activates an account in Spiris, as somebody has just said
/// it should.</summary>
internal static class MakeAccountUsable
{
    private const string Path = $"{PickerPage.Path}/make";
    private const int MaxName = 100;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string number, [FromForm] string? name, [FromForm] string? vatCode, [FromForm] string? key,
        CurrentOrganisation current, BackOfficeDb db, ChartChange chart, TimeProvider clock, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await CompanyChoice.FindAsync(db, current.Id, company, cancellation) is not { } owner
            || MappingInput.ReadAccount(number) is not { } account
            || await ChartOfAccounts.ReadAsync(db, owner.Id, Moments.Today(clock), cancellation) is not { } year)
        {
            return TypedResults.NotFound();
        }

        var called = name?.Trim() ?? "";
        var back = $"{PickerPage.Path}?company={owner.OrganisationNumber}&key={Uri.EscapeDataString(key ?? "")}&search={account}&ask={account}";
        if (year.Find(account) is null && (called.Length is 0 or > MaxName || called.Any(char.IsControl)))
        {
            return TypedResults.LocalRedirect($"{back}&problem=name");
        }

        var code = Guid.TryParse(vatCode, out var id) ? id : (Guid?)null;
        return await chart.MakeUsableAsync(owner.Id, year.YearId, account, called, code, cancellation) switch
        {
            ChartChanging.AccessLost => TypedResults.LocalRedirect($"{back}&problem=access"),
            ChartChanging.Refused(var said) => TypedResults.LocalRedirect($"{back}&problem=refused&said={Uri.EscapeDataString(said)}"),
            ChartChanging.Unavailable(var problem) =>
                TypedResults.LocalRedirect($"{back}&problem=unavailable&said={Uri.EscapeDataString(problem)}"),
            _ => TypedResults.LocalRedirect(Onward(owner.OrganisationNumber.ToString(), key, account.ToString())),
        };
    }

    /// <summary>Back to the mapping, with the account filled in where it was looked for.</summary>
    private static string Onward(string companyNumber, string? key, string account) => MappingKeyText.Read(key ?? "") is { } known
        ? $"{MappingPage.AddressOf(companyNumber)}&done=account&key={Uri.EscapeDataString(known.ToString()!)}&account={account}"
        : $"{PickerPage.Path}?company={companyNumber}&search={account}";
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Organisations;

namespace OpenOne.BackOffice.Pages.ProfitUnits;

/// <summary><c>POST /finance/profit-units/stores</c> and <c>/registers</c>: a new store, and which register stands in which.</summary>
internal static class ChangeStores
{
    private const string StoresPath = $"{ProfitUnitsPage.Path}/stores";
    private const string RegistersPath = $"{ProfitUnitsPage.Path}/registers";
    private const int MaxName = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(StoresPath, AddAsync).WithMetadata(new OrganisationOfRequest.Needed());
        app.MapPost(RegistersPath, AssignAsync).WithMetadata(new OrganisationOfRequest.Needed());
    }

    /// <summary>Where a store is added to a company.</summary>
    public static string AddStore(string companyNumber) => $"{StoresPath}?company={companyNumber}";

    /// <summary>Where the registers of a company are given their stores.</summary>
    public static string AssignRegisters(string companyNumber) => $"{RegistersPath}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> AddAsync(
        [FromQuery] string company, [FromForm] string? name, CurrentOrganisation current, BackOfficeDb db, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await CompanyChoice.FindAsync(db, current.Id, company, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var called = name?.Trim() ?? "";
        var done = "name";
        if (called.Length is > 0 and <= MaxName && !called.Any(char.IsControl)
            && !await db.Stores.AnyAsync(store => store.CompanyId == owner.Id && store.Name == called, cancellation))
        {
            db.Stores.Add(new Store { CompanyId = owner.Id, Name = called });
            await db.SaveChangesAsync(cancellation);
            done = "store";
        }

        return TypedResults.LocalRedirect($"{ProfitUnitsPage.AddressOf(owner.OrganisationNumber.ToString())}&done={done}");
    }

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> AssignAsync(
        [FromQuery] string company, IFormCollection form, CurrentOrganisation current, BackOfficeDb db, ClosingFeed feed,
        CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await CompanyChoice.FindAsync(db, current.Id, company, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var stores = await db.Stores.Where(store => store.CompanyId == owner.Id).Select(store => store.Id).ToListAsync(cancellation);
        foreach (var register in await db.Registers.Where(register => register.CompanyId == owner.Id).ToListAsync(cancellation))
        {
            var chosen = form[$"store {register.Designation}"].ToString();
            if (chosen.Length == 0)
            {
                register.StoreId = form.ContainsKey($"store {register.Designation}") ? null : register.StoreId;
            }
            else if (Guid.TryParse(chosen, out var store) && stores.Contains(store))
            {
                register.StoreId = store;
            }
            else
            {
                return Back("foreign");
            }
        }

        await db.SaveChangesAsync(cancellation);
        await Reconsideration.OfCompanyAsync(db, owner.Id, cancellation);
        feed.Announce(owner.Id);
        return Back("register");

        RedirectHttpResult Back(string said) =>
            TypedResults.LocalRedirect($"{ProfitUnitsPage.AddressOf(owner.OrganisationNumber.ToString())}&done={said}");
    }
}

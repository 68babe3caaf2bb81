using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Approvals;
using OpenOne.BackOffice.Pages.Backfills;
using OpenOne.BackOffice.Pages.Bookkeeping;
using OpenOne.BackOffice.Pages.Closings;
using OpenOne.BackOffice.Pages.Exports;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Pages.Invoices;
using OpenOne.BackOffice.Pages.Language;
using OpenOne.BackOffice.Pages.Mapping;
using OpenOne.BackOffice.Pages.Orders;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Pages.Outside;
using OpenOne.BackOffice.Pages.ProfitUnits;
using OpenOne.BackOffice.Pages.Readiness;
using OpenOne.BackOffice.Pages.SignIn;
using OpenOne.BackOffice.Pages.Suspense;
using OpenOne.BackOffice.Pages.Sweeps;

namespace OpenOne.BackOffice.Pages;

/// <summary>The pages of BackOffice, and the order in which a request passes what guards them.</summary>
public static class PagesSetup
{
    /// <summary>What the pages need, beside Identity, the database and the clock.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddScoped<CurrentOrganisation>();
        services.AddScoped<SigningIn>();
        services.AddScoped<TransferSettings>();
        services.AddSingleton<ClosingWatch>();
        services.AddSingleton<MappingImporting>();

        // A mapping is one form, and a chart may have thousands of accounts.
        services.Configure<FormOptions>(form => form.ValueCountLimit = 20_000);

        // Whoever forgets to say who may see a page has said: only those who have signed in. Every address of the API says it
        // itself; what comes here under it is the framework's own answer to a wrong method or content type.
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme).RequireAssertion(context =>
                context.User.Identity is { IsAuthenticated: true }
                || context.Resource is HttpContext { Request.Path: var path } && path.StartsWithSegments("/api", StringComparison.Ordinal)).Build());
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = SignInPage.Path;
            cookie.Events.OnRedirectToAccessDenied = AnswerForbidden;
        });
    }

    /// <summary>Puts the pages into the pipeline and maps them. To be called before anything else is mapped: the
    /// headers and the error pages stand around all that follows.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.UseSight();
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(IsForPeople, pages =>
        {
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/error", "?status={0}", createScopeForStatusCodePages: true);
            pages.Use(ReadErrorPage);
        });

        // What the framework answers to machines by its status alone gets a body as every other problem has.
        app.UseWhen(context => !IsForPeople(context), machines => machines.UseStatusCodePages());
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseSightOfUser();
        app.UseAuthorization();
        app.UseMiddleware<UploadLimit>();
        app.UseAntiforgery();
        app.UseMiddleware<ForgeryGuard>();
        app.UseMiddleware<OrganisationOfRequest>();

        app.MapStaticAssets().AllowAnonymous();

        // Who may frame us is said in SecurityHeaders, with everything else of its kind.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
        app.MapGet("/", () => TypedResults.LocalRedirect(ClosingsPage.Path));
        SignOut.Map(app);
        ChooseLanguage.Map(app);
        ChooseOrganisation.Map(app);
        DownloadDocument.Map(app);
        TryAgain.Map(app);
        DecideClosing.Map(app);
        AskForSweep.Map(app);
        SettleVoucher.Map(app);
        ApproveVouchers.Map(app);
        BookOver.Map(app);
        ControlBackfill.Map(app);
        DecideReceipt.Map(app);
        ChooseArticle.Map(app);
        AskForSettling.Map(app);
        MakeExport.Map(app);
        ReleaseForm.Map(app);
        DownloadExport.Map(app);
        CheckAgain.Map(app);
        TrustSeries.Map(app);
        AcceptKeys.Map(app);
        ChooseWhenUnmapped.Map(app);
        ExportMapping.Map(app);
        MakeAccountUsable.Map(app);
        ChangeStores.Map(app);
        DecideOutside.Map(app);
        LookOutside.Map(app);
        ScheduleForm.Map(app);
    }

    /// <summary>Programs get problem details, people get pages.</summary>
    private static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>The page of an error is read, whatever the request that failed wanted to post.</summary>
    private static Task ReadErrorPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>The page of the error says it; there is nowhere better to send the user.</summary>
    private static Task AnswerForbidden(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Closings;
using OpenOne.BackOffice.Pages.Exports;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Pages.Language;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Pages.SignIn;
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

        // Whoever forgets to say who may see a page has said: only those who have signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser().Build());
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
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseSightOfUser();
        app.UseAuthorization();
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
        MakeExport.Map(app);
        ReleaseForm.Map(app);
        DownloadExport.Map(app);
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

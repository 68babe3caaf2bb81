using Microsoft.AspNetCore.Authentication;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Readiness;
using OpenOne.BackOffice.ProductGroups;

namespace OpenOne.BackOffice.Closings;

/// <summary>The API of points of sale.</summary>
internal static class ClosingsSetup
{
    public static void AddClosings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(document => document.ShouldInclude =
            operation => operation.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true);
        builder.Services.AddSingleton<ClosingFeed>();
        builder.Services.AddSingleton<ClosingWriter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClosingWriter>());
        builder.Services.AddSingleton<ClosingIntake>();
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Name, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(ApiKeyAuthentication.Name, policy => policy
            .AddAuthenticationSchemes(ApiKeyAuthentication.Name).RequireAuthenticatedUser());
    }

    public static void MapClosings(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(ApiKeyAuthentication.Name).DisableAntiforgery();
        SubmitClosing.Map(api);
        GetClosing.Map(api);
        GetReadiness.Map(api);
        AnnounceProductGroups.Map(api);
        OrderExport.Map(api);
        GetExport.Map(api);
        ProblemPages.Map(app);
        app.MapOpenApi("/api/v1/openapi.json").AllowAnonymous();
    }
}

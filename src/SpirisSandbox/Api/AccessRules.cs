using SpirisSandbox.Identity;
using SpirisSandbox.State;

namespace SpirisSandbox.Api;

/// <summary>Why a caller that is known may still not do what it asks: the first reason in order of precedence.</summary>
public static class AccessRules
{
    /// <summary>The module without which a company cannot be reached over the API at all.</summary>
    /// <remarks>Source: knowledge base: "ForbiddenRequestException - No access to module: api_standard".</remarks>
    public const string ApiModule = "api_standard";

    private const int Inactive = 0;
    private const int ReadOnly = 2;

    public static ApiError? WhyNot(string method, Access access, Grant grant, Company company, SandboxUser user)
    {
        var settings = company.Settings;
        var writes = !HttpMethods.IsGet(method);
        return 0 switch
        {
            _ when !grant.Scopes.Contains(Scope.Api) || !access.Scopes.Any(grant.Scopes.Contains) =>
                ApiError.Of(
                    ErrorCatalogue.NoAccessToScopes, $"Needs {Scope.Api} and one of {string.Join(", ", access.Scopes)}."),
            _ when settings.CompanyStatus == Inactive =>
                ApiError.Of(ErrorCatalogue.CompanyNotActive, "The company is not active."),
            _ when !settings.StartupGuideIsDone =>
                ApiError.Of(ErrorCatalogue.StartupGuideNotCompleted, "The startup guide is not completed."),
            _ when !Has(settings.ActivatedModules, ApiModule) => NoModule(ApiModule),
            _ when access.Module is { } module && !Has(settings.ActivatedModules, module) => NoModule(module),
            _ when settings.ProductVariant is { } variant && !access.Variants.HasFlag((ProductVariants)(1 << variant)) =>
                ApiError.Of(
                    ErrorCatalogue.NoAccessDueToProductVariant, "The company's product variant lacks this operation."),
            _ when writes && user.IsReadOnly =>
                ApiError.Of(ErrorCatalogue.NoPermissionForReadonlyUser, "The user may only read."),
            _ when writes && settings.CompanyStatus == ReadOnly =>
                ApiError.Of(ErrorCatalogue.PermissionDenied, "The company is read-only."),
            _ => null,
        };
    }

    private static bool Has(IReadOnlyList<string>? modules, string module) => modules?.Contains(module) == true;

    private static ApiError NoModule(string module) =>
        ApiError.Of(ErrorCatalogue.NoAccessToModule, $"No access to module: {module}");
}

using SpirisSandbox.CompanySettings;
using SpirisSandbox.Identity;
using SpirisSandbox.State;

namespace SpirisSandbox.Api;

/// <summary>
/// Why a caller that is known may still not do what it asks: the first reason in order of precedence.
/// </summary>
public static class AccessRules
{
    /// <summary>The module without which a company cannot be reached over the API at all.</summary>
    /// <remarks>Source: knowledge base: "ForbiddenRequestException - No access to module: api_standard".</remarks>
    public const string ApiModule = "api_standard";

    private const int Inactive = 0;
    private const int ReadOnly = 2;

    public static ApiError? WhyNot(string method, Access access, Grant grant, Company company, SandboxUser user) =>
        OfToken(access, grant)
        ?? OfCompany(access, company.Settings)
        ?? (HttpMethods.IsGet(method) ? null : OfWriting(company.Settings, user));

    private static ApiError? OfToken(Access access, Grant grant) =>
        grant.Scopes.Contains(Scope.Api) && access.Scopes.Any(grant.Scopes.Contains)
            ? null
            : ApiError.Of(
                ErrorCatalogue.NoAccessToScopes, $"Needs {Scope.Api} and one of {string.Join(", ", access.Scopes)}.");

    private static ApiError? OfCompany(Access access, CompanySettingsApi settings)
    {
        if (settings.CompanyStatus == Inactive)
        {
            return ApiError.Of(ErrorCatalogue.CompanyNotActive, "The company is not active.");
        }

        if (!settings.StartupGuideIsDone)
        {
            return ApiError.Of(ErrorCatalogue.StartupGuideNotCompleted, "The startup guide is not completed.");
        }

        string?[] needed = [ApiModule, access.Module];
        if (needed.OfType<string>().FirstOrDefault(module => !Has(settings.ActivatedModules, module)) is { } missing)
        {
            return ApiError.Of(ErrorCatalogue.NoAccessToModule, $"No access to module: {missing}");
        }

        return settings.ProductVariant is { } variant && !access.Variants.HasFlag((ProductVariants)(1 << variant))
            ? ApiError.Of(
                ErrorCatalogue.NoAccessDueToProductVariant, "The company's product variant lacks this operation.")
            : null;
    }

    private static ApiError? OfWriting(CompanySettingsApi settings, SandboxUser user)
    {
        if (user.IsReadOnly)
        {
            return ApiError.Of(ErrorCatalogue.NoPermissionForReadonlyUser, "The user may only read.");
        }

        return settings.CompanyStatus == ReadOnly
            ? ApiError.Of(ErrorCatalogue.PermissionDenied, "The company is read-only.")
            : null;
    }

    private static bool Has(IReadOnlyList<string>? modules, string module) => modules?.Contains(module) == true;
}

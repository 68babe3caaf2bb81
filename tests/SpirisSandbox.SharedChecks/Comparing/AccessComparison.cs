using SpirisSandbox.Api;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Comparing;

/// <summary>Compares who may call an operation with the document of 2024-05.</summary>
internal static class AccessComparison
{
    // InvoicingCollaboration is newer than the document; Visma Lön Smart is another product.
    private static readonly ProductVariants[] _documented =
    [
        ProductVariants.Standard, ProductVariants.Invoicing, ProductVariants.Bookkeeping, ProductVariants.Solo,
        ProductVariants.Pro,
    ];

    public static IEnumerable<Finding> Compare(IEnumerable<ApiOperation> operations) => operations.SelectMany(Compare);

    private static IEnumerable<Finding> Compare(ApiOperation operation)
    {
        var key = PublishedOperation.KeyOf(operation.Method, operation.Path);
        if (PublishedOperation.All.FirstOrDefault(candidate => candidate.Key == key) is not { } documented)
        {
            yield return new Finding(key, Difference.NewOperation, "not in 2024-05");
            yield break;
        }

        string[] scopes = [.. operation.Access.Scopes.Order(StringComparer.Ordinal)];
        if (!scopes.SequenceEqual(documented.Scopes))
        {
            yield return new Finding(key, Difference.Scopes, string.Join(", ", scopes));
        }

        string[] variants = [.. _documented.Where(variant => operation.Access.Variants.HasFlag(variant))
            .Select(variant => variant.ToString()).Order(StringComparer.Ordinal)];
        if (!variants.SequenceEqual(documented.Variants.Where(variant => !variant.StartsWith("Visma", StringComparison.Ordinal))))
        {
            yield return new Finding(key, Difference.Variants, string.Join(", ", variants));
        }
    }
}

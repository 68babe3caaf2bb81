using SpirisSandbox.Api;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Comparing;

/// <summary>Compares who may call an operation, and with which query, with the document of 2024-05.</summary>
internal static class OperationComparison
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
            yield break;
        }

        string[] scopes = [.. operation.Access.Scopes.Order(StringComparer.Ordinal)];
        if (!scopes.SequenceEqual(documented.Scopes))
        {
            yield return new Finding(key, Difference.Scopes, string.Join(", ", scopes));
        }

        foreach (var query in documented.Queries.Where(query => !SourceText.Names(query)))
        {
            yield return new Finding($"{key} ?{query}", Difference.Query, "nowhere in the source");
        }

        string[] variants = [.. _documented.Where(variant => operation.Access.Variants.HasFlag(variant))
            .Select(variant => variant.ToString()).Order(StringComparer.Ordinal)];
        var other = documented.Variants.Where(variant => variant.StartsWith("Visma", StringComparison.Ordinal));
        if (!variants.SequenceEqual(documented.Variants.Except(other)))
        {
            yield return new Finding(key, Difference.Variants, string.Join(", ", variants));
        }
    }
}

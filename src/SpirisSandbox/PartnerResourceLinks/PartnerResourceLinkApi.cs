using SpirisSandbox.Api;

namespace SpirisSandbox.PartnerResourceLinks;

/// <summary>A link from a customer, article or document to where a partner's program shows it.</summary>
/// <param name="ResourceType">
/// 0 article, 1 customer, 2 supplier, 3 customer invoice, 4 supplier invoice, 5 customer invoice draft, 6 supplier invoice
/// draft. There is none for vouchers and orders.
/// </param>
/// <remarks>Source: OpenAPI 2026-09, PartnerResourceLinkApi.</remarks>
public sealed record PartnerResourceLinkApi(
    Guid Id, Guid ResourceId, int ResourceType, string Href, string PartnerCompanyName, string PartnerSystemName);

/// <summary>The body of POST and PUT.</summary>
/// <remarks>Source: OpenAPI 2026-09: everything but the id is required.</remarks>
public sealed record PartnerResourceLinkInput : ApiInput<PartnerResourceLinkApi>
{
    private const int HighestType = 6;

    public Guid? ResourceId { get; init; }

    public int? ResourceType { get; init; }

    public string? Href { get; init; }

    public string? PartnerCompanyName { get; init; }

    public string? PartnerSystemName { get; init; }

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(ResourceId), ResourceId);
        errors.Required(nameof(ResourceType), ResourceType);
        errors.Within(nameof(ResourceType), ResourceType ?? 0, 0, HighestType);
        errors.Required(nameof(Href), Href, maximumLength: 256);
        errors.Required(nameof(PartnerCompanyName), PartnerCompanyName, maximumLength: 100);
        errors.Required(nameof(PartnerSystemName), PartnerSystemName, maximumLength: 100);
        return errors;
    }
}

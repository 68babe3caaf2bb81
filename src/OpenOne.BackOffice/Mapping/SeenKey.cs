using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>A product group at a rate, a means of payment or another key that a company's registers have spoken of.</summary>
/// <remarks>Stored in the same transaction as the closing that holds it first, so nothing can be received and not be seen.</remarks>
public sealed class SeenKey
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>What is to be mapped.</summary>
    public required MappingKey Key { get; init; }

    /// <summary>What the register calls it, where it has said.</summary>
    public string? Name { get; set; }

    /// <summary>When it was seen first.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>The closing that it was seen in first; <see langword="null"/> when a till told us of it beforehand.</summary>
    public Guid? ClosingId { get; init; }
}

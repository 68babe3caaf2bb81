namespace OpenOne.Spiris.Resources;

/// <summary>A VAT code (momskod): what an account's rows mean in the VAT return, and at which rate.</summary>
/// <remarks>Source: OpenAPI 2024-05, <c>VatCodeApi</c>. Which codes a Swedish company has is not documented.</remarks>
public sealed record SpirisVatCode
{
    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code, such as <c>05</c>.</summary>
    public string? Code { get; init; }

    /// <summary>What it is, in words.</summary>
    public string? Description { get; init; }

    /// <summary>The rate as Spiris writes it; see <see cref="Percent"/>.</summary>
    public decimal? VatRate { get; init; }

    /// <summary>The rate in whole per cent; <see langword="null"/> when it has none that is whole.</summary>
    /// <remarks>Not documented is whether 25 % is written 0.25 or 25. No rate of VAT is as low as 1 %, so up to 1 it is read as
    /// a share, and above as per cent.</remarks>
    [System.Text.Json.Serialization.JsonIgnore]
    public int? Percent => (VatRate is <= 1 ? VatRate * 100 : VatRate) is { } percent && percent == decimal.Truncate(percent)
        && percent is >= 0 and <= 100
            ? (int)percent
            : null;
}

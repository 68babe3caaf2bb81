namespace OpenOne.BackOffice.Books;

/// <summary>A VAT code (momskod) of a company's books, as it was when Spiris was last asked.</summary>
public sealed class BooksVatCode
{
    /// <summary>Our company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The code, such as <c>05</c>.</summary>
    public required string Code { get; set; }

    /// <summary>What it is, in Spiris' words.</summary>
    public required string Description { get; set; }

    /// <summary>Its rate in per cent; <see langword="null"/> when it has none that is whole.</summary>
    public int? Percent { get; set; }
}

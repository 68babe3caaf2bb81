using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Books;

/// <summary>What was last read of a company's books as a whole. Years, accounts, VAT codes and cost centres have tables of their
/// own beside it.</summary>
public sealed class BooksProfile
{
    /// <summary>Our company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Everything that has no table of its own.</summary>
    public BooksFacts Facts { get; set; } = BooksFacts.Nothing;
}

using System.Collections.Immutable;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Books;

/// <summary>What one round of questions to Spiris has brought: the picture as it is now, and which parts of it are new.</summary>
/// <param name="Facts">The picture.</param>
internal sealed record BooksReading(BooksFacts Facts)
{
    /// <summary>Whether the list of fiscal years was read.</summary>
    public bool YearsWereRead { get; init; }

    /// <summary>The years whose charts were read.</summary>
    public ImmutableHashSet<Guid> ChartsRead { get; init; } = [];

    /// <summary>The VAT codes, when they were read.</summary>
    public ImmutableArray<VatCodeFacts>? VatCodes { get; init; }

    /// <summary>The groups of cost centres, when they were read.</summary>
    public ImmutableArray<SpirisCostCenter>? CostCentreGroups { get; init; }
}

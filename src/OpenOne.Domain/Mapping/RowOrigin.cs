using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Mapping;

/// <summary>Where a row of a voucher comes from: the lines of the Z-report and the row of the mapping.</summary>
/// <param name="Key">What the amount is; of several that became one row, the first.</param>
/// <param name="Account">The account; <see langword="null"/> when there is none.</param>
/// <param name="Balance">Debit positive, credit negative.</param>
/// <param name="Text">The row's text.</param>
/// <param name="CostCentres">The row's cost centres.</param>
/// <param name="Sources">The lines of the Z-report; what they bring adds up to <paramref name="Balance"/>.</param>
public sealed record RowOrigin(
    MappingKey Key,
    AccountNumber? Account,
    Money Balance,
    string Text,
    CostCentres CostCentres,
    ImmutableArray<ZLine> Sources);

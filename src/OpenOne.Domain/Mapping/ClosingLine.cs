using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Mapping;

/// <summary>One amount of a closing that is to be booked.</summary>
/// <param name="Key">What the amount is.</param>
/// <param name="Account">That account; <see langword="null"/> when the mapping has none.</param>
/// <param name="Balance">Debit positive, credit negative.</param>
/// <param name="Text">What the amount is, in the books' language.</param>
/// <param name="Meaning">Lines of one account are one row only when they mean the same.</param>
/// <param name="CostCentres">Where in the company it belongs.</param>
internal readonly record struct ClosingLine(
    MappingKey Key,
    AccountNumber? Account,
    Money Balance,
    string Text,
    MappingKey Meaning,
    CostCentres CostCentres)
{
    /// <summary>Where it stands on the Z-report; <c>default</c> unless somebody asks.</summary>
    public ImmutableArray<ZLine> Sources { get; init; }
}

/// <summary>A line of the Z-report, and what it brings to a row of the voucher.</summary>
/// <param name="Part">Which part of the report.</param>
/// <param name="Code">The code that the register gives it: a product group, a means of payment, a receipt number. Empty where
/// the part has one line only.</param>
/// <param name="Name">What the register calls it, where stated.</param>
/// <param name="Rate">Its VAT rate, where it has one.</param>
/// <param name="Balance">What it brings to the row: debit positive, credit negative.</param>
public sealed record ZLine(ZPart Part, string Code, string? Name, VatRate? Rate, Money Balance)
{
    /// <summary>The row of the mapping that gives it its account: <see cref="MappingKey.Suspense"/> for what has none of its own,
    /// and <see langword="null"/> when there is no account at all.</summary>
    public MappingKey? Row { get; init; }
}

/// <summary>The parts of a Z-report.</summary>
public enum ZPart
{
    /// <summary>Turnover per product group and rate.</summary>
    Sales = 1,

    /// <summary>VAT per rate.</summary>
    Vat = 2,

    /// <summary>Payments per means.</summary>
    Payments = 3,

    /// <summary>Tips per means of payment.</summary>
    Tips = 4,

    /// <summary>Cash rounding.</summary>
    Rounding = 5,

    /// <summary>The drawer: deposits, withdrawals, counted.</summary>
    Drawer = 6,

    /// <summary>Receipts on invoice.</summary>
    Invoices = 7,
}

using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>One receipt that is to be invoiced (fakturakvitto).</summary>
/// <param name="ReceiptNumber">Unique per register; the key that makes its invoice the only one.</param>
/// <param name="SoldAt">When it was sold, where stated.</param>
/// <param name="Customer">Who is to pay.</param>
/// <param name="YourReference">The customer's reference, where stated.</param>
/// <param name="Note">A text row, for example the names and the purpose of representation.</param>
/// <param name="Lines">At least one.</param>
/// <param name="Tip">Tip on the invoice, on top of <paramref name="Total"/>.</param>
/// <param name="Total">Sum of the lines including VAT.</param>
public sealed record InvoiceReceipt(
    string ReceiptNumber,
    DateTimeOffset? SoldAt,
    InvoiceCustomer Customer,
    string? YourReference,
    string? Note,
    ImmutableArray<InvoiceLine> Lines,
    Money Tip,
    Money Total);

/// <summary>One line of a receipt that is to be invoiced.</summary>
/// <param name="Group">The product group.</param>
/// <param name="Text">What was sold.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Rate">The VAT rate.</param>
/// <param name="Gross">Line total including VAT.</param>
/// <param name="StatedVat">VAT in <paramref name="Gross"/>, where stated.</param>
public sealed record InvoiceLine(
    ProductGroup Group, string Text, decimal Quantity, VatRate Rate, Money Gross, Money? StatedVat)
{
    /// <summary>The VAT of the line: as stated, otherwise what the rate includes in <see cref="Gross"/>.</summary>
    public Money Vat => StatedVat ?? Rate.IncludedIn(Gross);
}

/// <summary>The customer on an invoice receipt, as far as the register knows.</summary>
public sealed record InvoiceCustomer
{
    /// <summary>The customer's number in Spiris, at most 16 characters.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>Name, at most 50 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Organisation or personal number, at most 20 characters.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>Where the invoice may be sent, at most 255 characters.</summary>
    public string? Email { get; init; }

    /// <summary>Street address, at most 50 characters.</summary>
    public string? Address { get; init; }

    /// <summary>Postal code, at most 10 characters.</summary>
    public string? PostalCode { get; init; }

    /// <summary>City, at most 50 characters.</summary>
    public string? City { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Whether the customer is a private person, where stated.</summary>
    public bool? IsPrivatePerson { get; init; }
}

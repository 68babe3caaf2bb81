using System.Text.Json;
using System.Text.Json.Serialization;
using OpenOne.BackOffice.Closings;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Invoices;

/// <summary>A receipt that is to be invoiced, as a point of sale posts it: the <c>invoice</c> of the closing contract, with the
/// register, and what a closing says once for all of its receipts.</summary>
public sealed record InvoiceDocument
{
    /// <summary>How the wire is read: as strictly as a closing. Nothing of what is absent is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(ClosingDocument.Json)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ShortestDecimal() },
    };

    public required string Register { get; init; }

    /// <summary>The day of sale, where it is another than the date of <see cref="SoldAt"/>: after midnight.</summary>
    public DateOnly? BusinessDate { get; init; }

    /// <summary>For a return: the number of the receipt that it takes back.</summary>
    public string? CreditsReceipt { get; init; }

    public required string ReceiptNumber { get; init; }

    public DateTimeOffset? SoldAt { get; init; }

    public required ClosingDocument.CustomerRow Customer { get; init; }

    public string? YourReference { get; init; }

    public string? Note { get; init; }

    public required List<ClosingDocument.InvoiceLineRow> Lines { get; init; }

    public decimal Tip { get; init; }

    public required decimal Total { get; init; }

    /// <summary>The receipt as a closing would list it.</summary>
    internal ClosingDocument.InvoiceRow ToRow() => new()
    {
        ReceiptNumber = ReceiptNumber,
        SoldAt = SoldAt,
        Customer = Customer,
        YourReference = YourReference,
        Note = Note,
        Lines = Lines,
        Tip = Tip,
        Total = Total,
    };

    /// <summary>A receipt that a closing lists, as the till would have posted it.</summary>
    internal static InvoiceDocument Of(Closing closing, InvoiceReceipt receipt) => new()
    {
        Register = closing.Key.Register,
        BusinessDate = closing.BusinessDate,
        ReceiptNumber = receipt.ReceiptNumber,
        SoldAt = receipt.SoldAt,
        Customer = new()
        {
            CustomerNumber = receipt.Customer.CustomerNumber,
            Name = receipt.Customer.Name,
            OrganisationNumber = receipt.Customer.OrganisationNumber,
            Email = receipt.Customer.Email,
            Address = receipt.Customer.Address,
            PostalCode = receipt.Customer.PostalCode,
            City = receipt.Customer.City,
            CountryCode = receipt.Customer.CountryCode,
            IsPrivatePerson = receipt.Customer.IsPrivatePerson,
        },
        YourReference = receipt.YourReference,
        Note = receipt.Note,
        Lines =
        [
            .. receipt.Lines.Select(line => new ClosingDocument.InvoiceLineRow
            {
                ProductGroup = line.Group.Code,
                Text = line.Text,
                Quantity = line.Quantity,
                Gross = line.Gross.ToKronor(),
                Vat = line.StatedVat?.ToKronor(),
                VatRate = line.Rate.Percent,
            }),
        ],
        Tip = receipt.Tip.ToKronor(),
        Total = receipt.Total.ToKronor(),
    };
}

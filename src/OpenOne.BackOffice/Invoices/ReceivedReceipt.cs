using OpenOne.Domain;

namespace OpenOne.BackOffice.Invoices;

/// <summary>A receipt that was to be invoiced, as it came: the evidence of its invoice.</summary>
/// <remarks>What it says is replaced only while nothing has come of it: a cashier corrects what was refused.</remarks>
public sealed class ReceivedReceipt
{
    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company whose key it came with.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The register that sold.</summary>
    public required string Register { get; init; }

    /// <summary>The receipt's number; unique per company and register, which makes its invoice the only one.</summary>
    public required string ReceiptNumber { get; init; }

    /// <summary>What it says, as JSON.</summary>
    public required byte[] Document { get; set; }

    /// <summary>The digest of what it says.</summary>
    public required byte[] ContentHash { get; set; }

    /// <summary>Whom it is to be invoiced to: the number, organisation number or name that the receipt states.</summary>
    public required string Customer { get; set; }

    /// <summary>What the receipt calls the customer, where it says.</summary>
    public string? CustomerName { get; set; }

    /// <summary>Sum of the lines, tip not included.</summary>
    public required Money Total { get; set; }

    /// <summary>The VAT in it.</summary>
    public required Money Vat { get; set; }

    /// <summary>The tip on it.</summary>
    public required Money Tip { get; set; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The closing that lists it, once that is known.</summary>
    public Guid? ClosingId { get; set; }
}

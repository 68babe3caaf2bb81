using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Testing;

/// <summary>Where examples begin: <c>A.Closing.Sold("food", 12, gross: 112_00).Paid("card", 112_00)</c>.</summary>
/// <remarks>Amounts are öre, and the digit separator stands where kronor have their comma: <c>1000_00</c> is
/// 1 000,00 kr.</remarks>
public static class A
{
    /// <summary>A closing of register KASSA1, Z 118, on 14 March 2026, in which nothing has happened yet.</summary>
    public static ClosingBuilder Closing => new();

    /// <summary>A receipt on invoice, of nothing yet.</summary>
    public static InvoiceBuilder Receipt(string receiptNumber) => new(receiptNumber);

    /// <summary>A mapping with an account for everything but the cash that is moved by hand.</summary>
    public static MappingBuilder Mapping => MappingBuilder.Complete;

    /// <summary>The company that the closings belong to.</summary>
    public static OrganisationNumber Company => OrganisationNumber.Parse("559999-9991");

    /// <summary>Series A, with invoice sales booked in the voucher like any other.</summary>
    public static VoucherTerms Terms => new(Company, VoucherSeries.Parse("A"), InvoicesInSpiris: false);

    /// <summary>Series A, with invoice sales left out because Spiris books the invoices.</summary>
    public static VoucherTerms TermsWithInvoicesInSpiris => Terms with { InvoicesInSpiris = true };
}

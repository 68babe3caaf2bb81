using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Invoicing;

/// <summary>Makes of a receipt what it is to become in Spiris: an invoice, a credit invoice or an order. Pure.</summary>
public static class InvoiceComposer
{
    // OpenAPI 2026-09, CustomerInvoiceRowApi.Text.
    private const int LongestText = 2000;

    /// <summary>Composes.</summary>
    /// <param name="receipt">What was sold.</param>
    /// <param name="mapping">Gives each line the account that the day's voucher would have used.</param>
    /// <param name="terms">What the company has chosen.</param>
    /// <param name="credited">For a return: the invoice that it takes back, where it is known.</param>
    public static InvoiceComposition Compose(
        ReceiptToInvoice receipt, AccountMapping mapping, InvoiceTerms terms, CreditedInvoice? credited)
    {
        var (differences, tip) = (receipt.Differences, receipt.Receipt.Tip);
        return 0 switch
        {
            _ when !differences.IsEmpty => new InvoiceComposition.DoesNotAddUp(differences),
            _ when tip != Money.Zero && !terms.AllowsTip => new InvoiceComposition.TipNotAllowed(tip),
            _ when receipt.IsReturn && terms.MakesOrders => new InvoiceComposition.ReturnAsOrder(),
            _ when receipt.IsReturn && credited is null => new InvoiceComposition.CreditedInvoiceUnknown(),
            _ => Compose(receipt, Needed(receipt), mapping, terms, credited),
        };
    }

    private static InvoiceComposition Compose(
        ReceiptToInvoice receipt, ImmutableArray<Line> lines, AccountMapping mapping, InvoiceTerms terms, CreditedInvoice? credited)
    {
        ImmutableArray<MappingKey> missing = [.. lines.Select(line => line.Key).Where(key => mapping.Find(key) is null).Distinct()];
        if (!missing.IsEmpty)
        {
            return new InvoiceComposition.Unmapped(missing);
        }

        return new InvoiceComposition.Composed(new InvoicePlan(
            terms.MakesOrders ? InvoiceKind.Order : receipt.IsReturn ? InvoiceKind.CreditInvoice : InvoiceKind.Invoice,
            receipt.Date,
            Heading(receipt, VoucherKey.For(terms.Company, receipt.Key), receipt.IsReturn ? credited : null),
            [.. lines.Select(line => line.Planned(mapping, terms, receipt.Key.Register))],
            [.. Parts(receipt.Receipt.Note)],
            receipt.Receipt.YourReference,
            mapping.Find(new MappingKey.Rounding()) is { } rounding
                ? new InvoiceArticle(InvoiceArticle.OreLeft, VatRate.None, rounding)
                : null));
    }

    /// <summary>The receipt's lines and its tip, each with the row of the mapping that gives its account.</summary>
    private static ImmutableArray<Line> Needed(ReceiptToInvoice receipt)
    {
        var lines = receipt.Receipt.Lines.Select(line => new Line(
            new MappingKey.Sales(line.Group, line.Rate), line.Group.Code, line.Rate, line.Text, line.Quantity, line.Gross, line.Vat));
        return receipt.Receipt.Tip == Money.Zero
            ? [.. lines]
            : [.. lines, new(
                new MappingKey.Tips(), InvoiceArticle.Tip, VatRate.None, "Dricks", 1, receipt.Receipt.Tip, Money.Zero)];
    }

    private static string Heading(ReceiptToInvoice receipt, VoucherKey key, CreditedInvoice? credited)
    {
        var date = receipt.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var which = $"Kvitto {receipt.Key.ReceiptNumber}, kassa {receipt.Key.Register}, {date}";
        return credited is null
            ? $"{which} {key.Marker}"
            : $"Kreditering av faktura {credited.Number} (kvitto {credited.ReceiptNumber}). {which} {key.Marker}";
    }

    private static IEnumerable<string> Parts(string? note)
    {
        for (var rest = note?.Trim() ?? ""; rest.Length > 0;)
        {
            var part = rest.Length > LongestText ? rest[..LongestText] : rest;
            yield return part;
            rest = rest[part.Length..];
        }
    }

    private sealed record Line(
        MappingKey Key, string Subject, VatRate Rate, string Text, decimal Quantity, Money Gross, Money Vat)
    {
        /// <exception cref="InvalidOperationException">The mapping has no account for it.</exception>
        public PlannedLine Planned(AccountMapping mapping, InvoiceTerms terms, string register)
        {
            var (row, account) = mapping.RowFor(Key) ?? throw new InvalidOperationException($"{Key} has no account.");
            var centres = terms.CostCentreAccounts.Contains(account)
                ? mapping.CostCentres.For(Key, row, register, terms.Store)
                : CostCentres.None;
            return new(new(Subject, Rate, account), Text.Length == 0 ? Subject : Text, Quantity, Gross, Vat, centres);
        }
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Invoicing;

/// <summary>The rows of an invoice or order as Spiris prices them, so that its total and VAT are the receipt's to the öre.</summary>
/// <remarks>
/// <para>Spiris reckons the VAT itself, from the rows of each rate: within their sum where its prices include VAT, on their sum
/// where they do not. A register has rounded receipt line by line. Where the two differ, the rows of that rate are moved by as
/// many öre as give the receipt's VAT, and a row of its own without VAT, on the account for rounding, takes the öre back. So VAT
/// and total are always the receipt's, and what could not be had otherwise stands there by name.</para>
/// <para>A row's price times its quantity is exact: where the amount cannot be divided, the quantity moves into the text.</para>
/// </remarks>
public abstract record InvoicePricing
{
    // OpenAPI 2026-09, CustomerInvoiceRowApi.Text; quantities of drafts have two decimals, and ours are whole.
    private const int LongestText = 2000;

    private InvoicePricing()
    {
    }

    /// <summary>Öre are left over and no article for them is known.</summary>
    public sealed record NeedsRounding(Money Left) : InvoicePricing;

    /// <summary>The rows.</summary>
    /// <param name="Rows">In the order they are to stand, text rows included.</param>
    /// <param name="Rounding">What the row for rounding holds; zero when there is none.</param>
    public sealed record Priced(ImmutableArray<PricedRow> Rows, Money Rounding) : InvoicePricing;

    /// <summary>Prices a plan.</summary>
    /// <param name="plan">What is to be made. A credit invoice's rows are positive: that it is one says what they do.</param>
    /// <param name="pricesIncludeVat">Whether the document's prices include VAT, which is for Spiris to say.</param>
    public static InvoicePricing Of(InvoicePlan plan, bool pricesIncludeVat)
    {
        var sign = plan.Kind is InvoiceKind.CreditInvoice ? -1 : 1;
        var amounts = plan.Lines.Select(line => sign * (pricesIncludeVat ? line.Gross : line.Gross - line.Vat).Ore).ToArray();
        var left = 0L;
        foreach (var rate in VatRate.All)
        {
            left += Move(plan.Lines, amounts, rate, sign, pricesIncludeVat);
        }

        if (left != 0 && plan.Rounding is null)
        {
            return new NeedsRounding(Money.FromOre(sign * left));
        }

        var rows = ImmutableArray.CreateBuilder<PricedRow>(plan.Lines.Length + 3);
        rows.Add(PricedRow.OfText(plan.Heading));
        rows.AddRange(plan.Lines.Select((line, i) => Row(line, amounts[i], sign)));
        if (left != 0)
        {
            rows.Add(new("Öresutjämning", plan.Rounding, Math.Sign(left), Money.FromOre(Math.Abs(left))));
        }

        rows.AddRange(plan.Remarks.Select(PricedRow.OfText));
        return new Priced(rows.DrainToImmutable(), Money.FromOre(sign * left));
    }

    /// <summary>Moves the largest row of a rate until Spiris reckons the receipt's VAT.</summary>
    /// <returns>By how much the rows now fall short of the receipt.</returns>
    private static long Move(
        ImmutableArray<PlannedLine> lines, long[] amounts, VatRate rate, int sign, bool pricesIncludeVat)
    {
        var (sum, vat, largest) = (0L, 0L, -1);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Article.Rate == rate)
            {
                sum += amounts[i];
                vat += sign * lines[i].Vat.Ore;
                largest = largest < 0 || Math.Abs(amounts[i]) > Math.Abs(amounts[largest]) ? i : largest;
            }
        }

        if (largest < 0 || rate == VatRate.None)
        {
            return 0;
        }

        for (var distance = 0L; distance <= lines.Length * 100L; distance++)
        {
            foreach (var moved in (ReadOnlySpan<long>)[sum - distance, sum + distance])
            {
                if (VatBySpiris(moved, rate, pricesIncludeVat) == vat)
                {
                    amounts[largest] += moved - sum;
                    return sum - moved;
                }
            }
        }

        throw new UnreachableException("The VAT of a receipt that adds up is near what its rate gives.");
    }

    /// <summary>The VAT that Spiris reckons, half an öre away from zero (portal, changelog 2018).</summary>
    private static long VatBySpiris(long amount, VatRate rate, bool isWithin)
    {
        if (isWithin)
        {
            return rate.IncludedIn(Money.FromOre(amount)).Ore;
        }

        return Math.Sign(amount) * (((2 * Math.Abs(amount) * rate.Percent) + 100) / 200);
    }

    private static PricedRow Row(PlannedLine line, long amount, int sign)
    {
        if (amount == 0)
        {
            return PricedRow.OfText(Clip(Counted(line)));
        }

        var quantity = sign * line.Quantity;
        var row = new PricedRow(Clip(Counted(line)), line.Article, Math.Sign(amount), Money.FromOre(Math.Abs(amount)))
        {
            CostCentres = line.CostCentres,
        };
        return decimal.Truncate(quantity) == quantity && quantity is not 0 and >= -9999 and <= 9999
            && amount % (long)quantity == 0 && amount / (long)quantity > 0
                ? row with { Text = Clip(line.Text), Quantity = (int)quantity, UnitPrice = Money.FromOre(amount / (long)quantity) }
                : row;
    }

    private static string Counted(PlannedLine line) => line.Quantity is 1 or -1 or 0
        ? line.Text
        : string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"{Math.Abs(line.Quantity):0.####} x {line.Text}");

    private static string Clip(string text) => text.Length <= LongestText ? text : text[..LongestText];
}

/// <summary>One row of an invoice or order.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Article">Its article; <see langword="null"/> on a text row.</param>
/// <param name="Quantity">Whole; negative where it takes something away.</param>
/// <param name="UnitPrice">Never negative, with or without VAT as the document has it.</param>
public sealed record PricedRow(string Text, InvoiceArticle? Article, int Quantity, Money UnitPrice)
{
    /// <summary>The cost centres it bears.</summary>
    public CostCentres CostCentres { get; init; } = CostCentres.None;

    /// <summary>A row that holds nothing but a text.</summary>
    public static PricedRow OfText(string text) => new(text, null, 0, Money.Zero);
}

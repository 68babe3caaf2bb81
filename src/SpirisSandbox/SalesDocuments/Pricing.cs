using SpirisSandbox.Api;
using SpirisSandbox.Countries;
using SpirisSandbox.Customers;
using SpirisSandbox.Sales;

namespace SpirisSandbox.SalesDocuments;

/// <summary>A document's rows with their prices, and what they add up to.</summary>
internal sealed record Pricing(IReadOnlyList<PricedRow> Rows, SalesTotals Totals, bool IncludesVat)
{
    /// <summary>The rows that carry VAT at a rate, zero included; text rows carry none.</summary>
    public IEnumerable<PricedRow> RowsAt(decimal rate) => Rows.Where(row => row.Vat is not null && row.Rate == rate);

    /// <summary>Prices rows for a customer.</summary>
    /// <returns>Refused when an article is unknown or not active, or a price has too many decimals.</returns>
    public static Making<Pricing> Of(
        SalesWork work,
        CustomerApi customer,
        IReadOnlyList<SalesRow> rows,
        bool euThirdParty,
        bool isCredit,
        bool replacesZeroPrices)
    {
        var errors = new FieldErrors();
        SalesDocumentFields.CheckRows(errors, rows, SalesDocumentFields.PriceDecimals(customer));
        if (errors.Any)
        {
            return new Making<Pricing>.Refused(errors.Refusal());
        }

        var terms = new PriceTerms(IncludesVatFor(work, customer), isCredit, replacesZeroPrices);
        var priced = new List<PricedRow>(rows.Count);
        foreach (var row in rows)
        {
            if (WhyNot(work, customer, row) is { } refusal)
            {
                return new Making<Pricing>.Refused(refusal);
            }

            priced.Add(Price(work, customer, row, euThirdParty, terms));
        }

        var totals = SalesTotals.Of(priced, terms.IncludesVat, work);
        return new Making<Pricing>.Made(new Pricing(priced, totals, terms.IncludesVat));
    }

    /// <summary>Whether the customer's unit prices include VAT.</summary>
    public static bool IncludesVatFor(SalesWork work, CustomerApi customer) =>
        customer.IsPrivatePerson
        && work.Company.Settings.ShowPricesExclVatPC
            == (work.Sales.PricesIncludeVat == PricesIncludeVat.ForPrivatePersonsWhenSet);

    private static PricedRow Price(
        SalesWork work, CustomerApi customer, SalesRow row, bool euThirdParty, PriceTerms terms)
    {
        if (row.IsTextRow)
        {
            return PricedRow.OfText(row);
        }

        var article = work.Registers.Articles.Find(row.ArticleId!.Value)!;
        var coding = work.Registers.AccountCodings.Find(article.CodingId)!;
        return PricedRow.Of(
            row,
            article,
            work.Registers.Units.Find(article.UnitId),
            VatTreatment.Of(customer, euThirdParty, coding, row),
            terms);
    }

    private static ApiAnswer.Refused? WhyNot(SalesWork work, CustomerApi customer, SalesRow row)
    {
        var article = row.ArticleId is { } id ? work.Registers.Articles.Find(id) : null;
        return 0 switch
        {
            _ when row.IsReversedConstruction && !customer.ReverseChargeOnConstructionServices =>
                SalesWork.Refuse(2000, row.Field, "The customer has no reverse charge on construction services."),
            _ when row.IsReversedConstruction && !CountryList.IsDomestic(customer.InvoiceCountryCode) =>
                SalesWork.Refuse(2000, row.Field, "Reverse charge on construction services is for domestic customers."),
            _ when row.DiscountFixedAmount is not null && !work.Sales.FixedDiscountsAreWritable =>
                SalesWork.Refuse(2000, row.Field, "DiscountFixedAmount is read-only."),
            _ when row.IsTextRow => null,
            _ when article is null => SalesWork.Refuse(
                work.Sales.UnknownReferenceError, row.Field, $"The article {row.ArticleId} does not exist."),
            _ when !article.IsActive => SalesWork.Refuse(
                work.Sales.InactiveArticleError, row.Field, $"The article {article.Number} is not active."),
            _ => CostCenters(work, row),
        };
    }

    // Source: portal, "Error codes": 5006 for a cost centre that is not active.
    private static ApiAnswer.Refused? CostCenters(SalesWork work, SalesRow row)
    {
        var items = work.Company.CostCenters.SelectMany(center => center.Items).ToArray();
        foreach (var id in row.CostCenterItems)
        {
            var item = items.FirstOrDefault(item => item.Id == id);
            if (item is not { IsActive: true })
            {
                return item is null
                    ? SalesWork.Refuse(2000, row.Field, $"The cost center item {id} does not exist.")
                    : new ApiAnswer.Refused(
                        ErrorCatalogue.InactiveCostCenter, $"The cost center {item.Name} is not active.");
            }
        }

        return null;
    }
}

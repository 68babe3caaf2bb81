using SpirisSandbox.Api;
using SpirisSandbox.Customers;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoiceDrafts;

/// <summary>Keeps a draft as it was sent, filled in from the customer and priced.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CustomerInvoiceDraftApi: which properties come from the customer. Only with the query
/// <c>overrideCustomerIsPrivatePerson</c> does CustomerIsPrivatePerson of the body count: it "ignores the customer
/// setting" (Swagger 2024-05).
/// </remarks>
internal static class DraftKeeping
{
    public static Making<CustomerInvoiceDraftApi> Keep(
        SalesWork work, CustomerInvoiceDraftInput input, CustomerInvoiceDraftApi old, bool overridesPrivatePerson)
    {
        var errors = input.Check();
        if (errors.Any)
        {
            return new Making<CustomerInvoiceDraftApi>.Refused(errors.Refusal());
        }

        return Buyer.Find(work, input.CustomerId!.Value, input.TermsOfPaymentId).Then(found =>
        {
            var customer = overridesPrivatePerson && input.CustomerIsPrivatePerson is { } isPrivate
                ? found with { IsPrivatePerson = isPrivate }
                : found;
            return Price(work, customer, input).Then(priced =>
            {
                var draft = Filled(work, old, input, customer, priced);
                work.Registers.CustomerInvoiceDrafts.Put(draft);
                return new Making<CustomerInvoiceDraftApi>.Made(draft);
            });
        });
    }

    /// <summary>The draft with the date that it shows: today's, unless drafts keep their own.</summary>
    /// <remarks>Source: portal, changelog: GET shows today's date unless KeepOriginalDraftDate is on.</remarks>
    public static CustomerInvoiceDraftApi Shown(ApiCall call, CustomerInvoiceDraftApi draft)
    {
        var today = SwedishDay.Of(call.Now);
        return call.Company.Settings.KeepOriginalDraftDate == true || draft.InvoiceDate > today
            ? draft
            : draft with { InvoiceDate = today };
    }

    private static Making<Pricing> Price(SalesWork work, CustomerApi customer, CustomerInvoiceDraftInput input) =>
        Pricing.Of(
            work,
            customer,
            input.ToRows(),
            input.EuThirdParty ?? false,
            input.IsCreditInvoice ?? false,
            input.ReplaceUnitPriceWhenZero ?? false);

    private static CustomerInvoiceDraftApi Filled(
        SalesWork work,
        CustomerInvoiceDraftApi old,
        CustomerInvoiceDraftInput input,
        CustomerApi customer,
        Pricing priced) => Addressed(old, input, customer) with
    {
        CustomerId = customer.Id,
        EuThirdParty = input.EuThirdParty ?? false,
        RotReducedInvoicingType = 0,
        IsCreditInvoice = input.IsCreditInvoice ?? false,
        Rows = [.. priced.Rows.Select(row => Row(work, row))],
        YourReference = input.YourReference,
        OurReference = input.OurReference,
        BuyersOrderReference = input.BuyersOrderReference,
        ElectronicReference = input.ElectronicReference,
        SubscriptionNumber = input.SubscriptionNumber,
        ContractNumber = input.ContractNumber,
        InvoiceCurrencyCode = customer.CurrencyCode,
        TermsOfPaymentId = input.TermsOfPaymentId ?? customer.TermsOfPaymentId,
        CustomerIsPrivatePerson = customer.IsPrivatePerson,
        ReverseChargeOnConstructionServices = customer.ReverseChargeOnConstructionServices,
        InvoiceDate = input.InvoiceDate,
        DueDate = input.DueDate,
        DeliveryDate = input.DeliveryDate,
        TotalAmount = priced.Totals.Total,
        TotalVatAmount = priced.Totals.Vat,
        TotalRoundings = priced.Totals.Rounding,
        TotalAmountBaseCurrency = priced.Totals.Total,
        TotalVatAmountBaseCurrency = priced.Totals.Vat,
        CustomerNumber = customer.CustomerNumber,
        CustomerName = customer.Name,
        IncludesVat = priced.IncludesVat,
        ReplaceUnitPriceWhenZero = input.ReplaceUnitPriceWhenZero ?? false,
        IsDirectDebit = input.IsDirectDebit,
        BackgroundId = input.BackgroundId,
    };

    private static CustomerInvoiceDraftApi Addressed(
        CustomerInvoiceDraftApi draft, CustomerInvoiceDraftInput input, CustomerApi customer) => draft with
    {
        InvoiceCustomerName = customer.Name,
        InvoiceAddress1 = input.InvoiceAddress1 ?? customer.InvoiceAddress1,
        InvoiceAddress2 = input.InvoiceAddress2 ?? customer.InvoiceAddress2,
        InvoicePostalCode = customer.InvoicePostalCode,
        InvoiceCity = customer.InvoiceCity,
        InvoiceCountryCode = customer.InvoiceCountryCode,
        DeliveryCustomerName = input.DeliveryCustomerName ?? customer.DeliveryCustomerName,
        DeliveryAddress1 = input.DeliveryAddress1 ?? customer.DeliveryAddress1,
        DeliveryAddress2 = input.DeliveryAddress2 ?? customer.DeliveryAddress2,
        DeliveryPostalCode = input.DeliveryPostalCode ?? customer.DeliveryPostalCode,
        DeliveryCity = input.DeliveryCity ?? customer.DeliveryCity,
        DeliveryCountryCode = input.DeliveryCountryCode ?? customer.DeliveryCountryCode,
        DeliveryMethodName = input.DeliveryMethodName,
        DeliveryTermName = input.DeliveryTermName,
        DeliveryMethodCode = input.DeliveryMethodCode,
        DeliveryTermCode = input.DeliveryTermCode,
    };

    private static CustomerInvoiceDraftRowApi Row(SalesWork work, PricedRow priced) => new()
    {
        IsTextRow = priced.Row.IsTextRow,
        ReversedConstructionServicesVatFree = priced.Row.IsReversedConstruction,
        Id = Guid.NewGuid(),
        LineNumber = priced.Row.LineNumber,
        ArticleId = priced.Article?.Id,
        IsServiceArticle = priced.Article?.IsServiceArticle ?? false,
        UnitId = priced.Unit?.Id,
        ArticleNumber = priced.Article?.Number,
        Text = priced.Text,
        UnitPrice = priced.Row.IsTextRow ? null : priced.UnitPrice,
        IsDiscountInFixedAmount = priced.Row.DiscountFixedAmount is not null,
        DiscountFixedAmount = priced.Row.DiscountFixedAmount,
        DiscountPercentage = priced.Row.DiscountPercentage,
        Quantity = priced.Row.Quantity,
        CostCenterItemId1 = priced.Row.CostCenterItemId1,
        CostCenterItemId2 = priced.Row.CostCenterItemId2,
        CostCenterItemId3 = priced.Row.CostCenterItemId3,
        UnitAbbreviation = priced.Unit?.Abbreviation,
        UnitAbbreviationEnglish = priced.Unit?.AbbreviationEnglish,
        VatRateId = priced.Article?.CodingId.ToString(),
        VatRate = priced.Vat is null ? null : work.Sales.Shown(priced.Rate),
        UnitName = priced.Unit?.Name,
        ProjectId = priced.Row.ProjectId,
        PurchasePrice = priced.Article?.PurchasePrice ?? 0,
        Amount = priced.Amount,
        FreightCosts = priced.Article?.FreightCosts ?? 0,
        Net = priced.Net,
        Gross = priced.Gross,
    };
}

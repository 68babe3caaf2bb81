using SpirisSandbox.SharedChecks.Comparing;

namespace SpirisSandbox.SharedChecks;

/// <summary>A difference from the published documents that we know of, and why it is so.</summary>
public sealed record Deviation(string Where, Difference Difference, string Reason);

/// <summary>Every difference between the sandbox and the published documents.</summary>
/// <remarks>
/// One that is not here fails the contract test, and so does one that is here and no longer occurs.
/// </remarks>
public static class Deviations
{
    private const string Measured =
        "The documents type every date as date-time; clients measured yyyy-MM-dd for dates of the calendar.";

    private const string AsMeasured =
        "A date of the calendar by its name, written as the measured ones are; nobody has published an answer with it.";

    private const string ObjectOrNull =
        "OpenAPI 3.0 cannot say of a reference that it may be null; the object is absent here, and clients read null.";

    public static IReadOnlyList<Deviation> All { get; } =
    [
        .. Of(Difference.CalendarDate, Measured, "VoucherApi.VoucherDate", "FiscalYearApi.StartDate", "FiscalYearApi.EndDate", "CustomerInvoiceApi.DueDate"),
        .. Of(
            Difference.CalendarDate,
            AsMeasured,
            "CustomerApi.AutoInvoiceActivationEmailSentDate",
            "CustomerApi.AutoInvoiceRegistrationRequestSentDate",
            "ProjectApi.StartDate",
            "ProjectApi.EndDate",
            "VatRateApi.VatRateDate",
            "VoucherDraftApi.VoucherDate",
            "VoucherDraftRowApi.DeliveryDate",
            "CustomerInvoiceDraftApi.InvoiceDate",
            "CustomerInvoiceDraftApi.DueDate",
            "CustomerInvoiceDraftApi.DeliveryDate",
            "CustomerInvoiceApi.InvoiceDate",
            "CustomerInvoiceApi.DeliveryDate",
            "CustomerApi.LastInvoiceDate",
            "InvoicePaymentApi.PaymentDate",
            "OrderApi.OrderDate",
            "OrderApi.DeliveryDate",
            "OrderApi.ShippedDateTime",
            "CustomerLedgerItemApi.InvoiceDate",
            "CustomerLedgerItemApi.DueDate"),
        .. Of(
            Difference.Null,
            ObjectOrNull,
            "CompanySettingsApi.CompanyScanningAddress",
            "CompanySettingsApi.TaxDeclarationDate",
            "CustomerApi.DirectDebitCustomerSettings",
            "VoucherApi.Attachments"),
        new("GET /v2/accounts/standardaccounts", Difference.Answer, "An empty list: standard accounts are Dutch only."),
        new(
            "GET /v2/currencies/exchangerate",
            Difference.Answer,
            "The operation is newer than the document of 2024-05, and no extract at hand has its model."),
        new(
            "CountryApi.NameEnglish",
            Difference.Undocumented,
            "Newer than the document of 2024-05: the portal's changelog of 2025 names it."),
        .. Of(
            Difference.Scopes,
            "The document of 2026-09 opens countries to the payroll scope too.",
            "GET /v2/countries",
            "GET /v2/countries/{}"),
        new("GET /v2/currencies", Difference.Variants, "The document of 2026-09 opens it to the variant Solo too."),
        .. Of(
            Difference.Query,
            "An assumption of the README: the rates of the demo data hold at every date, so the date changes nothing.",
            "GET /v2/vatcodes ?vatRateDate",
            "GET /v2/vatcodes/{} ?vatRateDate",
            "GET /v2/articleaccountcodings ?vatRateDate",
            "GET /v2/articleaccountcodings/{} ?vatRateDate"),
        .. Of(
            Difference.RequiredNotAskedFor,
            "Measured on invoices: a POST without these members is accepted. Drafts and orders are taken to be as patient.",
            "CustomerInvoiceApi.EuThirdParty",
            "CustomerInvoiceApi.RotReducedInvoicingType",
            "CustomerInvoiceDraftApi.EuThirdParty",
            "CustomerInvoiceDraftApi.RotReducedInvoicingType",
            "CustomerInvoiceDraftRowApi.IsTextRow",
            "CustomerInvoiceDraftRowApi.ReversedConstructionServicesVatFree",
            "OrderApi.EuThirdParty",
            "OrderApi.ReverseChargeOnConstructionServices",
            "OrderApi.RotReducedInvoicingType",
            "OrderRowApi.IsTextRow",
            "OrderRowApi.IsWorkCost",
            "OrderRowApi.EligibleForReverseChargeOnVat"),
        .. Of(
            Difference.Answer,
            "The bytes of a PDF, as the changelog says; the document types them as an object.",
            "GET /v2/customerinvoicedrafts/{}/print",
            "GET /v2/customerinvoices/{}/print",
            "GET /v2/orders/{}/deliverynote/print",
            "GET /v2/orders/{}/print",
            "GET /v2/salesdocumentattachments/{}.pdf"),
        .. Of(
            Difference.Answer,
            "The document of 2026-09 has 201, as for every other file that is attached.",
            "POST /v2/salesdocumentattachments",
            "POST /v2/salesdocumentattachments/customerinvoicedraft"),
        .. Of(
            Difference.RequiredNotAskedFor,
            "The document of 2026-09 no longer requires it: an item without VAT or rounding leaves it out.",
            "CustomerLedgerItemApi.RoundingsAmountInvoiceCurrency",
            "CustomerLedgerItemApi.VATAmountInvoiceCurrency",
            "CustomerLedgerItemWithVoucherApi.RoundingsAmountInvoiceCurrency",
            "CustomerLedgerItemWithVoucherApi.VATAmountInvoiceCurrency"),
        new(
            "POST /v2/customerinvoices ?rotReducedAutomaticDistribution",
            Difference.Query,
            "House work deductions are not imitated."),
        new("POST /v2/accounts ?useDefaultAccountType", Difference.Query, "Account types are set in Dutch companies only."),
        .. NotKept.All,
    ];

    private static IEnumerable<Deviation> Of(Difference difference, string reason, params string[] places) =>
        places.Select(where => new Deviation(where, difference, reason));
}

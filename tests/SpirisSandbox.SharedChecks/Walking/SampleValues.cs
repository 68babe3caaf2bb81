using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>The values of properties for which a made-up one would be refused, and rightly.</summary>
internal static class SampleValues
{
    // One voucher of the one year that every company of the sandbox has open.
    private const string SieFile = """
        #FLAGGA 0
        #FORMAT PC8
        #SIETYP 4
        #FNAMN "Kassan"
        #RAR 0 20260101 20261231
        #VER A 1 20261120 "Dagskassa"
        {
        #TRANS 1910 {} 100.00
        #TRANS 3001 {} -100.00
        }
        """;

    /// <summary>Properties that no body carries, each with its reason.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>
    {
        ["VoucherApi.NumberSeries"] = "Only together with useDefaultVoucherSeries=false.",
        ["VoucherApi.Attachments"] = "Files are linked after the voucher is posted.",
        ["VoucherRowApi.VatCodeAndPercent"] = "A text that is answered; the code is set by VatCodeId.",
        ["Sie4Api.SeriesMappings"] = "Its model stands in no document, only in a note.",
        ["CostCenterApi.Items"] = "Items are changed by their own operations.",
        ["CustomerApi.CustomerLabels"] = "Names labels that exist; their own operations are compared.",
        ["ArticleApi.ArticleLabels"] = "Names labels that exist; their own operations are compared.",
        ["CustomerApi.TermsOfPayment"] = "Read-only in the documents of 2021 and 2024; TermsOfPaymentId sets it.",
        ["CustomerApi.DirectDebitCustomerSettings"] = "Dutch companies only.",
        ["CompanySettingsApi.TaxDeclarationDate"] = "Set by the lock's own operation.",
        ["AccountingLockSettingsApi.TaxDeclarationDate"] = "Only with interval 4.",
        ["CompanySettingsApi.CompanyScanningAddress"] = "Only where invoices are scanned.",
        ["CustomerInvoiceApi.CreatedFromDraftId"] = "Takes the place of the draft.",
        ["CustomerInvoiceApi.Persons"] = "Tax reductions only.",
        ["CustomerInvoiceDraftApi.Persons"] = "Tax reductions only.",
        ["OrderApi.Persons"] = "Tax reductions only.",
        ["CustomerInvoiceDraftApi.RotPropertyType"] = "Tax reductions only.",
        ["CustomerInvoiceApi.RotPropertyType"] = "Tax reductions only.",
        ["OrderApi.RotPropertyType"] = "Tax reductions only.",
        ["AttachmentUploadApi.Url"] = "Data or Url, not both.",
        ["SalesDocumentAttachmentUploadApi.Url"] = "Data or Url, not both.",
        ["BankAccountApi.Balance"] = "What the bank last told; a client does not write it.",
        ["ArticleApi.SupplierId"] = "Suppliers are not part of the sandbox.",
    };

    /// <param name="name">The property with its model, as in <c>CustomerApi.VatNumber</c>.</param>
    /// <param name="bare">The property's name alone.</param>
    /// <param name="count">How many bodies there have been: makes what must be unique so.</param>
    public static JsonNode? Of(string name, string bare, int count) => ByModel(name, count) ?? Anywhere(bare, count);

    private static JsonNode? ByModel(string name, int count) => name switch
    {
        "VoucherRowApi.DebitAmount" or "VoucherDraftRowApi.DebitAmount" => 100,
        "AccountOpeningBalanceApi.Balance" => 100,
        "AccountApi.Number" => Text(4900 + count),
        "FiscalYearCreateApi.StartDate" => Text(2027 + count) + "-01-01",
        "FiscalYearCreateApi.EndDate" => Text(2027 + count) + "-12-31",
        "CostCenterApi.Name" or "CostCenterItemApi.ShortName" => "N" + Text(count),
        "ArticleApi.NetPrice" or "ArticleApi.NetPriceWithDiscount" => 100,
        "ArticleApi.GrossPrice" => 125,
        "CompanySettingsApi.CountryCode" => "SE",
        "CompanySettingsApi.UsesRotReducedInvoicing" => true,
        "AttachmentLinkApi.DocumentType" => 3,
        "BankAccountApi.LedgerAccountNumber" => 1930,
        "CustomerLedgerItemApi.InvoiceNumber" or "CustomerLedgerItemWithVoucherApi.InvoiceNumber" => 9000 + count,
        "SalesDocumentAttachmentUploadApi.ContentType" => "application/pdf",
        "SalesDocumentAttachmentUploadApi.FileName" => "villkor.pdf",
        "SalesDocumentAttachmentUploadApi.Data" => Base64("%PDF-1.4"),
        "Sie4Api.SieData" => Base64(SieFile),
        "VoucherDraftApi.NumberSeries" => "A",
        "OrderApi.Status" => 2,
        "InvoicePaymentApi.PaymentAmount" => 1,
        "AccountingLockDateApi.Year" => 2019,
        "AccountingLockDateApi.Month" => 12,
        "TaxDeclarationDateApi.Month" or "TaxDeclarationDateApi.Day" => 1,
        _ => null,
    };

    private static JsonNode? Anywhere(string bare, int count) => bare switch
    {
        "AccountNumber" => JsonValue.Create(1910),
        "Number" or "CustomerNumber" => JsonValue.Create("N" + Text(count)),
        "VatNumber" => JsonValue.Create("SE559999999101"),
        "CorporateIdentityNumber" => JsonValue.Create("559999-9991"),
        "CurrencyCode" or "PaymentCurrency" => JsonValue.Create("SEK"),
        "SalesDocumentLanguage" => JsonValue.Create("sv"),
        "IsActive" or "IsProjectAllowed" or "IsCostCenterAllowed" => JsonValue.Create(value: true),
        "Quantity" => JsonValue.Create(1),
        "UnitPrice" => JsonValue.Create(100),
        "ContentType" => JsonValue.Create("image/png"),
        "FileName" => JsonValue.Create("kvitto.png"),
        "Data" => JsonValue.Create("iVBORw0KGgo="),
        "EmailAddresses" or "CcRecipients" => new JsonArray("kopia@exempel.se"),

        // An object, and no address itself.
        "EmailDetails" => null,
        _ when bare.EndsWith("CountryCode", StringComparison.Ordinal) => JsonValue.Create("SE"),
        _ when bare.Contains("Email", StringComparison.Ordinal) && !bare.EndsWith("Date", StringComparison.Ordinal) => JsonValue.Create("kund@exempel.se"),
        _ => null,
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

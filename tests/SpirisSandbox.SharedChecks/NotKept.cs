using SpirisSandbox.SharedChecks.Comparing;

namespace SpirisSandbox.SharedChecks;

/// <summary>Values that a body may carry and that the answer does not have, each with its reason.</summary>
internal static class NotKept
{
    public static IReadOnlyList<Deviation> All { get; } =
    [
        .. Of(
            "House work deductions are not imitated.",
            "CustomerInvoiceApi.RotReducedInvoicingAmount",
            "CustomerInvoiceApi.RotReducedInvoicingOrgNumber",
            "CustomerInvoiceApi.RotReducedInvoicingPropertyName",
            "CustomerInvoiceApi.WorkHouseOtherCosts",
            "CustomerInvoiceRowApi.MaterialCosts",
            "CustomerInvoiceRowApi.WorkHours",
            "CustomerInvoiceDraftApi.HouseWorkOtherCosts",
            "CustomerInvoiceDraftApi.RotReducedInvoicingAutomaticDistribution",
            "CustomerInvoiceDraftApi.RotReducedInvoicingOrgNumber",
            "CustomerInvoiceDraftApi.RotReducedInvoicingPropertyName",
            "CustomerInvoiceDraftRowApi.IsWorkCost",
            "CustomerInvoiceDraftRowApi.MaterialCosts",
            "CustomerInvoiceDraftRowApi.WorkHours",
            "OrderApi.HouseWorkAutomaticDistribution",
            "OrderApi.HouseWorkCorporateIdentityNumber",
            "OrderApi.HouseWorkPropertyName",
            "OrderRowApi.IsWorkCost",
            "OrderRowApi.MaterialCosts",
            "OrderRowApi.WorkHours"),
        .. Of(
            "Reckoned from the rows; the document only forgets to call it read-only.",
            "OrderApi.Amount",
            "OrderApi.VatAmount",
            "OrderRowApi.Amount"),
        .. Of(
            "Taken from the article that the row names.",
            "CustomerInvoiceDraftRowApi.ArticleNumber",
            "CustomerInvoiceDraftRowApi.UnitAbbreviation",
            "CustomerInvoiceDraftRowApi.UnitAbbreviationEnglish",
            "CustomerInvoiceDraftRowApi.UnitName",
            "OrderRowApi.ArticleNumber"),
        .. Of(
            "Contribution margins belong to the variant Pro and are reckoned there.",
            "ContributionMarginApi.Amount",
            "ContributionMarginApi.Percentage"),
        .. Of(
            "Only in Dutch and Danish companies.",
            "VoucherRowApi.DeliveryDate",
            "VoucherRowApi.HarvestYear",
            "VoucherRowApi.Quantity",
            "VoucherRowApi.VatAmount",
            "VoucherRowApi.Weight"),
        .. Of("What is posted is a manual voucher, whatever it says of itself.", "VoucherApi.VoucherType"),
        .. Of("The address says which account is changed.", "AccountApi.FiscalYearId", "AccountApi.Number"),
        .. Of("The sandbox has no stock.", "ArticleApi.IsStock"),
        .. Of(
            "Only for a customer with reverse charge on construction services.",
            "OrderRowApi.EligibleForReverseChargeOnVat"),
        .. Of(
            "Set by the operation of its own.",
            "CompanyRotRutSettingsApi.RotReducedInvoicingMaxAmount",
            "CompanyRotRutSettingsApi.RotReducedInvoicingPercent",
            "CompanyRotRutSettingsApi.RutMaxAmountForPersBelow65Year",
            "CompanyRotRutSettingsApi.RutMaxAmountForPersOver65Year",
            "CompanyRotRutSettingsApi.RutReducedInvoicingPercent"),
    ];

    private static IEnumerable<Deviation> Of(string reason, params string[] places) =>
        places.Select(where => new Deviation(where, Difference.NotKept, reason));
}

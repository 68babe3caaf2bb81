using OpenOne.Domain.Readiness;
using static OpenOne.BackOffice.Readiness.ReadinessSentences;
using Status = OpenOne.Domain.Readiness.ReadinessStatus;

namespace OpenOne.BackOffice.Readiness;

/// <summary>The points of a check in English.</summary>
internal static class EnglishReadiness
{
    private const string Ecom = "Integrations > Finance > Visma Ecom";
    private const string Mapping = "Finance > Account mapping";
    private const string Accounting = "Spiris: Settings > Company settings > Accounting information";
    private const string Chart = "Spiris: Settings > Chart of accounts";
    private const string Years = "Spiris: Settings > Fiscal years";
    private const string Order = "Spiris: Settings > Modules";
    private const string Units = "Spiris: Accounting > Profit units";

    public static ReadinessSentence Of(string code, Status status, Arguments a) => (code, status) switch
    {
        (ReadinessCodes.SyncSales, Status.Ok) => new("Sync sales", "Sync sales is on."),
        (ReadinessCodes.SyncSales, _) => new("Sync sales", "Sync sales is off, so nothing is sent.", "Turn Sync sales on and press Save.", Ecom),
        (ReadinessCodes.AccountingFrom, Status.Ok) => new("Accounting from", $"Days from {a[0]} on are sent."),
        (ReadinessCodes.AccountingFrom, _) => new("Accounting from", "Accounting from has no date.", "Choose the first day that is not in the books already and press Save.", Ecom),
        (ReadinessCodes.Authorised, Status.Ok) => new("Access to Spiris", $"Authorised by {a[0]}."),
        (ReadinessCodes.Authorised, _) when a[0].Length > 0 => new("Access to Spiris", $"Our access to Spiris no longer works: {a[0]}.", "Press Authorize again.", Ecom),
        (ReadinessCodes.Authorised, _) => new("Access to Spiris", "Nobody has authorised the integration yet.", "Press Authorize and let OPEN One in at Spiris.", Ecom),
        (ReadinessCodes.RightCompany, Status.Ok) => new("The right company", $"The company in Spiris is {a[2]}, {a[1]}."),
        (ReadinessCodes.RightCompany, _) => new("The right company", $"The company in Spiris is {a[2]} ({(a[1].Length > 0 ? a[1] : "no organisation number")}), and this one is {a[0]}.", "Correct the organisation number in Spiris, or press Authorize again and choose the company with this number.", Ecom),
        (ReadinessCodes.CompanyActive, Status.Ok) => new("The company is active", "The company can be used in Spiris."),
        (ReadinessCodes.CompanyActive, _) => new("The company is active", $"The company cannot be written to in Spiris{Said(a[0])}.", "Finish the start-up guide, or ask Spiris to activate the company.", "Spiris: sign in and follow the start-up guide"),
        (ReadinessCodes.Scopes, Status.Ok) => new("What OPEN One may do", "Everything that is needed was granted."),
        (ReadinessCodes.Scopes, _) => new("What OPEN One may do", $"Access to this was not granted: {a[0]}.", "Press Authorize again and allow all that is asked for.", Ecom),
        (ReadinessCodes.UserRights, Status.Ok) => new("The user's rights", $"{a[0]} may write in Spiris."),
        (ReadinessCodes.UserRights, _) => new("The user's rights", $"{(a[0].Length > 0 ? a[0] : "The user")} who authorised may only read in Spiris.", "Give the user full rights, or press Authorize again as a user who has them.", "Spiris: Settings > Users"),
        (ReadinessCodes.AccountMapping, Status.Ok) => new("Account mapping", $"The mapping uses {a[0]} accounts."),
        (ReadinessCodes.AccountMapping, _) => new("Account mapping", "The company has no account mapping.", "Choose the accounts that sales and payments are booked on.", Mapping),
        (ReadinessCodes.ModuleAccounting, Status.Ok) => new("Module Accounting", "The company has accounting."),
        (ReadinessCodes.ModuleAccounting, _) => new("Module Accounting", "The company's variant of Spiris has no accounting.", "Order a variant with accounting from Spiris.", Order),
        (ReadinessCodes.ModuleInvoicing, Status.Ok) => new("Module Invoicing", "The module Invoicing is active."),
        (ReadinessCodes.ModuleInvoicing, _) => new("Module Invoicing", "Invoice is on, and the module Invoicing is not active.", "Order the module from Spiris, or switch Invoice off.", Order),
        (ReadinessCodes.ModuleOrders, Status.Ok) => new("Module Order & Quote", "The module Order & Quote is active."),
        (ReadinessCodes.ModuleOrders, _) => new("Module Order & Quote", "Use order instead of invoice is on, and the module Order & Quote is not active.", "Order the module from Spiris, or switch Use order instead of invoice off.", Order),
        (ReadinessCodes.ModuleIntegration, Status.Ok) => new("Module Integration", "The module Integration is active."),
        (ReadinessCodes.ModuleIntegration, _) => new("Module Integration", "The module Integration is not active, so nothing in Spiris can be reached.", "Order the module from Spiris.", Order),
        (ReadinessCodes.Readable, _) => new("What Spiris tells", $"Spiris would not tell us everything: {a[0]}.", "See that the user who authorised has full rights; if it goes on, tell support.", "Spiris: Settings > Users"),
        (ReadinessCodes.YearOfFrom, Status.Ok) => new("Fiscal year of Accounting from", $"There is a fiscal year for {a[0]}."),
        (ReadinessCodes.YearOfFrom, _) => new("Fiscal year of Accounting from", $"Spiris has no fiscal year for {a[0]}, the day of Accounting from.", "Create the fiscal year, or choose a later day.", Years),
        (ReadinessCodes.YearOfToday, Status.Ok) => new("Fiscal year of today", $"There is a fiscal year for {a[0]}."),
        (ReadinessCodes.YearOfToday, _) => new("Fiscal year of today", $"Spiris has no fiscal year for today, {a[0]}.", "Create the fiscal year.", Years),
        (ReadinessCodes.YearToCome, Status.Ok) => new("The next fiscal year", $"There is a fiscal year from {a[0]} on."),
        (ReadinessCodes.YearToCome, _) => new("The next fiscal year", $"The fiscal year is about to end, and there is none from {a[0]} on.", "Create the next fiscal year before that day.", Years),
        (ReadinessCodes.YearsOfWaiting, _) => new("Fiscal year of closings that wait", $"Closings wait for {a[0]}, and Spiris has no fiscal year for that day.", "Create the fiscal year.", Years),
        (ReadinessCodes.YearsOpen, Status.Ok) => new("Fiscal years are open", "No fiscal year that closings are booked in is locked."),
        (ReadinessCodes.YearsOpen, _) => new("Fiscal years are open", $"The fiscal year {a[0]} to {a[1]} is locked.", "Unlock the fiscal year.", Years),
        (ReadinessCodes.AccountingLock, Status.Ok) when a[0].Length > 0 => new("Accounting is not locked", $"The accounting is locked through {a[0]}, and nothing before that waits."),
        (ReadinessCodes.AccountingLock, Status.Ok) => new("Accounting is not locked", "No month is locked."),
        (ReadinessCodes.AccountingLock, _) => new("Accounting is not locked", $"The accounting is locked through {a[0]}, and closings before that are to be booked.", "Move Accounting locked to back, or choose a later Accounting from.", Accounting),
        (ReadinessCodes.SeriesChosen, Status.Ok) => new("Verification series", $"Vouchers are numbered in series {a[0]}."),
        (ReadinessCodes.SeriesChosen, _) => new("Verification series", "No verification series is chosen.", "Choose a series and press Save.", Ecom),
        (ReadinessCodes.SeriesKnown, Status.Ok) => new("The series is known", $"Series {a[0]} has been seen in Spiris."),
        (ReadinessCodes.SeriesKnown, _) => new("The series is known", $"Series {a[0]} has not been seen in any voucher. Spiris does not let us read which series exist.", "See that the series is there; we verify it with the first voucher.", Accounting),
        (ReadinessCodes.SeriesOwn, Status.Ok) => new("The series is ours alone", $"Nobody else has used series {a[0]} in the last year."),
        (ReadinessCodes.SeriesOwn, _) => new("The series is ours alone", $"{a[1]} other vouchers stand in series {a[0]} ({Origins(a)}). A series of its own keeps the till's vouchers together and their numbers without gaps of others'.", "Add a series for the till and choose it here.", Accounting),
        (ReadinessCodes.SeriesKept, Status.Ok) when a[1].Length > 0 => new("The series is kept", $"The last voucher came back as {a[1]}."),
        (ReadinessCodes.SeriesKept, Status.Ok) => new("The series is kept", "It is verified with the first voucher."),
        (ReadinessCodes.SeriesKept, _) => new("The series is kept", $"A voucher was sent in series {a[0]} and came back as {a[1]}.", $"Add series {a[0]} and say on the page Ready to send? that it is there, or choose another series.", Accounting),
        (ReadinessCodes.AccountsExist, Status.Ok) => new("Accounts exist", "Every mapped account exists."),
        (ReadinessCodes.AccountsExist, _) => new("Accounts exist", $"Account {a[0]} is missing in {a[2]} to {a[3]}.", "Create the account, or choose another under Finance > Account mapping.", Chart),
        (ReadinessCodes.AccountsActive, Status.Ok) => new("Accounts are active", "Every mapped account is active."),
        (ReadinessCodes.AccountsActive, _) => new("Accounts are active", $"Account {a[0]} {a[1]} is not active in {a[2]} to {a[3]}.", "Tick Active on the account, or choose another under Finance > Account mapping.", Chart),
        (ReadinessCodes.AccountsOpen, Status.Ok) => new("Accounts are not blocked", "No mapped account is blocked for manual booking."),
        (ReadinessCodes.AccountsOpen, _) => new("Accounts are not blocked", $"Account {a[0]} {a[1]} is blocked for manual booking in {a[2]} to {a[3]}.", "Untick Blocked for manual booking on the account.", Chart),
        (ReadinessCodes.VatCodesOfSales, Status.Ok) => new("VAT codes of sales", "The sales accounts have the VAT code of their rate."),
        (ReadinessCodes.VatCodesOfSales, _) => new("VAT codes of sales", $"Sales at {a[4]} are booked on account {a[0]} {a[1]}, which has {Code(a[5])}.", "Choose the account's VAT code for that rate, or another account. Otherwise the VAT return is wrong.", Chart),
        (ReadinessCodes.VatCodesOfVat, Status.Ok) => new("VAT codes of VAT", "The VAT accounts have their VAT codes."),
        (ReadinessCodes.VatCodesOfVat, _) => new("VAT codes of VAT", $"Output VAT at {a[4]} is booked on account {a[0]} {a[1]}, which has {Code(a[5])}.", "Choose the account's VAT code for output VAT at that rate, or another account. Otherwise the VAT return is wrong.", Chart),
        (ReadinessCodes.VatCodesOfOthers, Status.Ok) => new("VAT codes of other accounts", "Accounts of payments and the like have no VAT code."),
        (ReadinessCodes.VatCodesOfOthers, _) => new("VAT codes of other accounts", $"Account {a[0]} {a[1]} is no account of sales or VAT, and has {Code(a[5])}.", "Take the VAT code off the account, or choose another account. Otherwise the VAT return is wrong.", Chart),
        (ReadinessCodes.CostCentresUsed, Status.Ok) => new("Profit units are used", "Profit units are switched on in Spiris."),
        (ReadinessCodes.CostCentresUsed, _) => new("Profit units are used", "Profit units are chosen here, and switched off in Spiris.", "Tick Use profit units.", Accounting),
        (ReadinessCodes.CostCentresActive, Status.Ok) => new("Profit units are active", "Every profit unit that is chosen here is active."),
        (ReadinessCodes.CostCentresActive, _) => new("Profit units are active", $"The profit unit {a[0]} is not active in Spiris, or is gone.", "Activate the profit unit and its group, or choose another.", Units),
        (ReadinessCodes.CostCentresNamed, Status.Ok) => new("Names of profit units", "The profit units are called as when they were chosen."),
        (ReadinessCodes.CostCentresNamed, _) => new("Names of profit units", $"The profit unit {a[0]} is called {a[1]} in Spiris now. It is the same one.", "Choose it anew if it means something else now.", Mapping),
        (ReadinessCodes.CostCentresAllowed, Status.Ok) => new("Profit units on accounts", "The accounts that profit units are set for allow them."),
        (ReadinessCodes.CostCentresAllowed, _) => new("Profit units on accounts", $"Account {a[0]} {a[1]} does not allow profit units, so its rows are booked without {a[2]}.", "Tick Profit units on the account.", Chart),
        (ReadinessCodes.CostCentresRequired, Status.Ok) => new("Accounts that need a profit unit", "Every account that must have a profit unit gets one."),
        (ReadinessCodes.CostCentresRequired, _) => new("Accounts that need a profit unit", $"Account {a[0]} {a[1]} must have a profit unit of the first group, and none is chosen for it.", "Choose a profit unit for it, or untick The first profit unit is mandatory in Spiris.", Mapping),
        (ReadinessCodes.InvoiceNumber, Status.Ok) => new("Invoice number", $"The next invoice gets number {a[0]}."),
        (ReadinessCodes.InvoiceNumber, _) => new("Invoice number", "The next invoice number is 0, so the numbering never starts and no invoice can be made.", "Set the number your invoices start from.", "Spiris: Settings > Company settings > Invoice details"),
        (ReadinessCodes.OutsideVouchers, Status.Ok) => new("Booked already?", "No day that waits seems to be in the books already."),
        (ReadinessCodes.OutsideVouchers, _) => new("Booked already?", $"{a[0]} vouchers made by hand or read from a SIE file stand on your sales accounts, from {a[1]} to {a[2]}.", "Compare them with the closings of those days before they are sent.", "Spiris: Accounting > Vouchers"),
        _ => new(code, string.Join(", ", a.All), "Tell support this code.", Ecom),
    };

    private static string Said(string said) => said.Length > 0 ? $": {said}" : "";

    private static string Code(string code) => code.Length > 0 ? $"the VAT code {code}" : "no VAT code";

    private static string Origins(Arguments a) => string.Join(", ", a.All.Skip(2).Select(origin => origin switch
    {
        nameof(VoucherOrigin.ByHand) => "made by hand or by another program",
        nameof(VoucherOrigin.SieImport) => "SIE import",
        nameof(VoucherOrigin.Sales) => "customer invoices",
        nameof(VoucherOrigin.Purchases) => "supplier invoices",
        nameof(VoucherOrigin.Bank) => "bank and payments",
        _ => "others",
    }));
}

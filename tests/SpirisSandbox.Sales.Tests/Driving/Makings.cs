using System.Text.Json.Nodes;
using SpirisSandbox.State;

namespace SpirisSandbox.Sales.Tests.Driving;

/// <summary>Customers, articles and documents as a client would make them, with as little said as is allowed.</summary>
internal static class Makings
{
    public static Guid Terms(this Company company, string name) =>
        company.Sales.TermsOfPayments.Single(terms => terms.Name == name).Id;

    public static Guid Coding(this Company company, string name) =>
        company.Sales.AccountCodings.Single(coding => coding.Name == name).Id;

    public static Guid BankAccount(this Company company, string name = "Företagskonto") =>
        company.BankAccounts.Single(account => account.Name == name).Id;

    /// <summary>Debit less credit of an account over the vouchers of the year of <paramref name="date"/>, up to that day.</summary>
    public static decimal Booked(this Company company, long account, DateOnly date) => company.Vouchers
        .Where(voucher => voucher.VoucherDate.Year == date.Year && voucher.VoucherDate <= date)
        .SelectMany(voucher => voucher.Rows)
        .Where(row => row.AccountNumber == account)
        .Sum(row => row.DebitAmount - row.CreditAmount);

    /// <summary>A customer's body with what is required, to be added to.</summary>
    public static JsonObject Customer(Company company, string name = "Gästen AB", bool isPrivate = false) => new()
    {
        ["Name"] = name,
        ["InvoiceCity"] = "Stockholm",
        ["InvoicePostalCode"] = "111 22",
        ["TermsOfPaymentId"] = company.Terms("30 dagar netto"),
        ["IsActive"] = true,
        ["IsPrivatePerson"] = isPrivate,
    };

    public static async Task<Guid> CustomerAsync(this SalesTest test, string name = "Gästen AB", bool isPrivate = false) =>
        (await test.Api.MakeAsync("/customers", Customer(test.Company, name, isPrivate))).Id;

    public static JsonObject Article(Company company, string number, string coding) => new()
    {
        ["Number"] = number,
        ["Name"] = "Artikel " + number,
        ["IsActive"] = true,
        ["CodingId"] = company.Coding(coding),
        ["UnitId"] = company.Sales.Units.First().Id,
    };

    public static async Task<Guid> ArticleAsync(this SalesTest test, string number, string coding) =>
        (await test.Api.MakeAsync("/articles", Article(test.Company, number, coding))).Id;

    public static JsonObject Row(Guid article, decimal price, decimal quantity = 1, decimal discount = 0) => new()
    {
        ["ArticleId"] = article,
        ["UnitPrice"] = price,
        ["Quantity"] = quantity,
        ["DiscountPercentage"] = discount,
    };

    public static JsonObject Invoice(Guid customer, params JsonObject[] rows) => new()
    {
        ["CustomerId"] = customer,
        ["EuThirdParty"] = false,
        ["RotReducedInvoicingType"] = 0,
        ["Rows"] = new JsonArray([.. rows]),
    };

    public static JsonObject Order(Guid customer, params JsonObject[] rows) => new()
    {
        ["CustomerId"] = customer,
        ["CurrencyCode"] = "SEK",
        ["EuThirdParty"] = false,
        ["OrderDate"] = "2026-11-20",
        ["ReverseChargeOnConstructionServices"] = false,
        ["RotReducedInvoicingType"] = 0,
        ["Status"] = 2,
        ["Rows"] = new JsonArray([.. rows.Select((row, position) => OrderRow(row, position))]),
    };

    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        body[name] = value;
        return body;
    }

    private static JsonObject OrderRow(JsonObject row, int position)
    {
        row["LineNumber"] = position;
        row["IsTextRow"] = false;
        row["IsWorkCost"] = false;
        row["EligibleForReverseChargeOnVat"] = false;
        return row;
    }
}

using System.Globalization;
using SpirisSandbox.Articles;
using SpirisSandbox.BankAccounts;
using SpirisSandbox.Delivery;
using SpirisSandbox.State;
using SpirisSandbox.TermsOfPayment;

namespace SpirisSandbox.Demo;

/// <summary>
/// The small registers a new company comes with: what invoices need before there is a customer or an article.
/// </summary>
/// <remarks>No public source lists them; the names are those a Swedish company expects.</remarks>
internal static class DemoSales
{
    private const int Normal = 0;
    private const int CurrentMonth = 1;
    private const int Cash = 2;

    /// <param name="id">Gives a record its id by its names.</param>
    public static void Seed(
        Company company, IReadOnlyList<ChartAccount> chart, Func<string[], Guid> id, DateTimeOffset now)
    {
        foreach (var coding in DemoAccountCodings.For(chart, id, now))
        {
            company.Sales.AccountCodings.Put(coding);
        }

        AddUnits(company, id);
        AddTerms(company, id);
        AddDelivery(company, id);
        AddBankAccounts(company, id, now);
    }

    private static void AddUnits(Company company, Func<string[], Guid> id)
    {
        foreach (var (name, code, abbreviation, english) in new[]
                 {
                     ("Styck", "PCE", "st", "pcs"),
                     ("Portion", "PTN", "port", "portion"),
                     ("Person", "IE", "pers", "pers"),
                     ("Timme", "HUR", "tim", "h"),
                     ("Dag", "DAY", "dag", "day"),
                     ("Kilogram", "KGM", "kg", "kg"),
                     ("Liter", "LTR", "l", "l"),
                     ("Flaska", "BO", "fl", "btl"),
                     ("Förpackning", "NMP", "förp", "pack"),
                 })
        {
            company.Sales.Units.Put(new UnitApi(id(["unit", code]), name, code, abbreviation, english));
        }
    }

    private static void AddTerms(Company company, Func<string[], Guid> id)
    {
        foreach (var days in new[] { 10, 15, 20, 30, 60, 90 })
        {
            var text = days.ToString(CultureInfo.InvariantCulture);
            Add(text, $"{text} dagar netto", $"{text} days net", days, Normal);
        }

        Add("month30", "30 dagar från månadens slut", "30 days from end of month", 30, CurrentMonth);
        Add("cash", "Kontant", "Cash", 0, Cash);

        void Add(string key, string name, string english, int days, int type) => company.Sales.TermsOfPayments.Put(
            new TermsOfPaymentApi(
                id(["termsofpayment", key]),
                name,
                english,
                days,
                type,
                TermsOfPaymentTypeText: null,
                AvailableForSales: true,
                AvailableForPurchase: true));
    }

    private static void AddDelivery(Company company, Func<string[], Guid> id)
    {
        company.Sales.DeliveryMethods.Put(
            new DeliveryMethodApi(id(["deliverymethod", "1"]), "Hämtas", "Collected", "1"));
        company.Sales.DeliveryMethods.Put(
            new DeliveryMethodApi(id(["deliverymethod", "2"]), "Levereras med bud", "Courier", "2"));
        company.Sales.DeliveryTerms.Put(
            new DeliveryTermApi(id(["deliveryterm", "1"]), "Fritt vårt lager", "Ex works", "1", Editable: true));
        company.Sales.DeliveryTerms.Put(
            new DeliveryTermApi(id(["deliveryterm", "2"]), "Fritt kund", "Delivered", "2", Editable: true));
    }

    private static void AddBankAccounts(Company company, Func<string[], Guid> id, DateTimeOffset now)
    {
        Add("Företagskonto", 1, "ChequeAccount", 1930, isDefault: true);
        Add("Kassa", 2, "CashAccount", 1910, isDefault: false);

        void Add(string name, int type, string description, long account, bool isDefault) =>
            company.BankAccounts.Put(new BankAccountApi(
                Bank: null,
                type,
                description,
                Bban: null,
                Iban: null,
                name,
                id(["bankaccount", name]),
                IsActive: true,
                account,
                HasActiveBankAgreement: false,
                isDefault,
                "SEK",
                now,
                Balance: null,
                BankAccountHolderName: null));
    }
}

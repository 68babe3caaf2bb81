using SpirisSandbox.VatCodes;

namespace SpirisSandbox.Demo;

/// <summary>The VAT codes of a demo company, by the marks of <see cref="RestaurantChart"/>.</summary>
/// <remarks>
/// No public source lists the VAT codes of a Swedish company. These are the boxes of the Swedish VAT return
/// (momsdeklaration): 05 taxable sales, 10-12 output VAT, 42 sales without VAT, 48 input VAT.
/// </remarks>
internal static class DemoVatCodes
{
    /// <param name="output">The accounts of output VAT at 25, 12 and 6 %.</param>
    /// <param name="id">Gives the code of a mark its id.</param>
    public static IReadOnlyDictionary<string, VatCodeApi> For(
        (long V25, long V12, long V6) output, Func<string, Guid> id)
    {
        return new[]
        {
            Code("25", "05", "Momspliktig försäljning 25 %", 0.25m, output.V25),
            Code("12", "05", "Momspliktig försäljning 12 %", 0.12m, output.V12),
            Code("6", "05", "Momspliktig försäljning 6 %", 0.06m, output.V6),
            Code("0", "42", "Övrig försäljning m.m.", 0m, null),
            Code("V25", "10", "Utgående moms 25 %", 0.25m, output.V25),
            Code("V12", "11", "Utgående moms 12 %", 0.12m, output.V12),
            Code("V6", "12", "Utgående moms 6 %", 0.06m, output.V6),
            Code("IN", "48", "Ingående moms att dra av", 0m, 2641),
        }.ToDictionary(pair => pair.Mark, pair => pair.Code, StringComparer.Ordinal);

        (string Mark, VatCodeApi Code) Code(string mark, string box, string description, decimal rate, long? account) =>
            (mark, new VatCodeApi(
                id(mark), box, description, rate, OssCodeType: 0, new RelatedAccounts(account, null, null)));
    }
}

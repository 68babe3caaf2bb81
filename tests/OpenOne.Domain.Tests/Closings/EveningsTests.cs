using FsCheck;
using FsCheck.Fluent;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Tests.Closings;

/// <summary>Properties prove nothing about what is never generated, so this is a test of the generator.</summary>
public sealed class EveningsTests
{
    // Always the same thousand, so that a rare feature cannot be missing by chance.
    private static readonly Evening[] Sample =
        [.. Evenings.Arbitrary().Generator.Sample(1000, new Rnd(2026, 1), 50)];

    public static TheoryData<string, Func<ZReport, bool>> Features => new()
    {
        { "nothing at all", report => report.Sales.IsEmpty },
        { "one rate", report => report.Vat.Length == 1 },
        { "four rates", report => report.Vat.Length == 4 },
        {
            "the same group at several rates",
            report => report.Sales.GroupBy(line => line.Group)
                    .Any(group => group.DistinctBy(line => line.Rate).Count() > 1)
        },
        { "a return", report => report.Sales.Any(line => line.Gross < Money.Zero) },
        { "more returns than sales at a rate", report => report.Vat.Any(line => line.Gross < Money.Zero) },
        { "tips", report => report.Payments.Any(payment => payment.Tip > Money.Zero) },
        { "rounding up", report => report.Rounding > Money.Zero },
        { "rounding down", report => report.Rounding < Money.Zero },
        { "gift cards sold", report => report.Sales.Any(line => line.Group == ProductGroup.GiftCard) },
        { "gift cards redeemed", report => report.Payments.Any(payment => payment.Means == PaymentMeans.GiftCard) },
        { "a drawer that was counted", report => report.Cash?.Counted is not null },
        { "a drawer that was not", report => report.Cash is { Counted: null } },
        { "withdrawals", report => report.Cash?.Withdrawals > Money.Zero },
        { "deposits", report => report.Cash?.Deposits > Money.Zero },
        {
            "an invoice line with VAT",
            report => report.Invoices?.Any(invoice => invoice.Lines.Any(line => line.StatedVat is not null)) is true
        },
        {
            "an invoice line without",
            report => report.Invoices?.Any(invoice => invoice.Lines.Any(line => line.StatedVat is null)) is true
        },
        { "VAT on every row", report => report.Sales.Length > 1 && report.Sales.All(line => line.Vat is not null) },
        { "VAT on no row", report => report.Sales.Length > 1 && report.Sales.All(line => line.Vat is null) },
        {
            "VAT on some rows",
            report => report.Sales.Any(line => line.Vat is null) && report.Sales.Any(line => line.Vat is not null)
        },
        {
            "VAT that is not quite the rate's",
            report => report.Vat.Any(line => line.Vat != line.Rate.IncludedIn(line.Gross))
        },
        { "receipts counted", report => report.Receipts is not null },
        { "receipts not counted", report => report.Receipts is null },
    };

    [Theory]
    [MemberData(nameof(Features))]
    public void The_till_makes_evenings_with(string feature, Func<ZReport, bool> isThere) =>
        Sample.Count(evening => isThere(evening.Close())).ShouldBeGreaterThan(9, feature);

    [Fact]
    public void Every_evening_reconciles_and_so_does_everything_it_shrinks_to()
    {
        foreach (var evening in Sample.Take(50))
        {
            Should.NotThrow(evening.Closing);
            foreach (var simpler in Evenings.Arbitrary().Shrinker(evening))
            {
                Should.NotThrow(simpler.Closing);
                simpler.ShouldNotBe(evening);
            }
        }
    }
}

using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Suggestions;

/// <summary>The trades there is a template for.</summary>
public enum Trade
{
    /// <summary>Food and drink at the table, and some of it taken away.</summary>
    Restaurant = 1,

    /// <summary>Coffee and food, much of it taken away; no invoices and no tips in the till.</summary>
    Cafe = 2,

    /// <summary>Drinks at the bar; nothing taken away.</summary>
    Bar = 3,
}

/// <summary>One row of a template: what is mapped, and the accounts that serve, the best first.</summary>
public sealed record TemplateRow(MappingKey Key, ImmutableArray<AccountNumber> Candidates);

/// <summary>One row of a template as a company's own chart fills it.</summary>
/// <param name="Key">What is mapped.</param>
/// <param name="Account">The account.</param>
/// <param name="Fit">Whether it can be booked on.</param>
public sealed record FilledRow(MappingKey Key, AccountNumber Account, AccountFit Fit);

/// <summary>The accounts that a trade usually books on.</summary>
/// <remarks>
/// Source of the numbers: the BAS chart of 2026, in which the card company's debt is 1686; charts from before have it on 1580, and
/// many book VAT on the group's account. The company's own chart decides between them. BAS has no account for a difference of the
/// till, and custom has several: that one each company chooses itself, so no template holds it.
/// </remarks>
public sealed class MappingTemplate
{
    private static readonly ImmutableArray<MappingTemplate> _all =
    [
        new(Trade.Restaurant, [25, 12, 6], [Gifts(), Receivable(), Tips()]),
        new(Trade.Cafe, [25, 12, 6], [Gifts()]),
        new(Trade.Bar, [25, 12], [Receivable(), Tips()]),
    ];

    private MappingTemplate(Trade trade, ImmutableArray<int> percents, ImmutableArray<TemplateRow> rows)
    {
        Trade = trade;
        Rows =
        [
            .. percents.Select(percent => Row(new MappingKey.SalesAtRate(Rate(percent)), SalesAccount(percent))),
            .. percents.Select(percent => Row(new MappingKey.OutputVat(Rate(percent)), VatAccounts(percent))),
            Row(new MappingKey.Payment(PaymentMeans.Card), CardAccounts),
            Row(new MappingKey.Payment(PaymentMeans.Swish), 1930),
            Row(new MappingKey.Payment(PaymentMeans.Cash), 1910),
            .. rows,
            Row(new MappingKey.Rounding(), 3740),
        ];
    }

    /// <summary>The trade.</summary>
    public Trade Trade { get; }

    /// <summary>Its rows, in the order in which a bookkeeper reads them.</summary>
    public ImmutableArray<TemplateRow> Rows { get; }

    /// <summary>What the card company owes (fordringar för kontokort): of BAS 2026, and of the years before.</summary>
    internal static int[] CardAccounts => [1686, 1580];

    /// <summary>The template of a trade.</summary>
    public static MappingTemplate Of(Trade trade) => _all.Single(template => template.Trade == trade);

    /// <summary>The rows with the accounts that a company's chart has.</summary>
    public ImmutableArray<FilledRow> Fill(OwnChart chart) =>
    [
        .. Rows.Select(row => (row.Key, Account: chart.Choose(row.Candidates)))
            .Select(row => new FilledRow(row.Key, row.Account, chart.FitOf(row.Account))),
    ];

    /// <summary>The account of sales at a rate (Försäljning inom Sverige).</summary>
    internal static int[] SalesAccount(int percent) => percent switch { 25 => [3001], 12 => [3002], _ => [3003] };

    /// <summary>The accounts of output VAT at a rate, the group's account last.</summary>
    internal static int[] VatAccounts(int percent) => percent switch { 25 => [2611, 2610], 12 => [2621, 2620], _ => [2631, 2630] };

    private static TemplateRow Gifts() => Row(new MappingKey.GiftCards(), 2421, 2420);

    private static TemplateRow Receivable() => Row(new MappingKey.Payment(PaymentMeans.Invoice), 1510);

    private static TemplateRow Tips() => Row(new MappingKey.Tips(), 2820, 2829);

    private static TemplateRow Row(MappingKey key, params int[] candidates) =>
        new(key, [.. candidates.Select(AccountNumber.From)]);

    private static VatRate Rate(int percent) =>
        VatRate.TryFromPercent(percent, out var rate) ? rate : throw new ArgumentOutOfRangeException(nameof(percent));
}

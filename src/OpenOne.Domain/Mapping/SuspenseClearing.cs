using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>An amount of a booked day that stands on the suspense account, and where it belongs.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Suspense">The account it stands on.</param>
/// <param name="Account">The account it belongs on; <see langword="null"/> while nobody has given it one.</param>
/// <param name="CostCentres">The cost centres it belongs to there.</param>
/// <param name="Balance">What stands there: debit positive, credit negative.</param>
/// <param name="Text">What the register calls it.</param>
public sealed record SuspendedAmount(
    MappingKey Key, AccountNumber Suspense, AccountNumber? Account, CostCentres CostCentres, Money Balance, string Text);

/// <summary>The booking over of what stands on the suspense account (omföring från observationskontot).</summary>
/// <remarks>Pure. Nothing but what had no account is touched, whatever else the mapping says differently by now.</remarks>
public static class SuspenseClearing
{
    /// <summary>What a booked day has on the suspense account.</summary>
    /// <param name="closing">The closing that is booked.</param>
    /// <param name="then">The mapping that made its voucher.</param>
    /// <param name="terms">The terms that its voucher was made by.</param>
    /// <param name="now">The mapping in force for the day now.</param>
    /// <param name="cleared">What has been booked over before.</param>
    public static ImmutableArray<SuspendedAmount> Of(
        Closing closing, AccountMapping then, VoucherTerms terms, AccountMapping now, IReadOnlyCollection<MappingKey> cleared)
    {
        var belongs = new Dictionary<MappingKey, RowOrigin>();
        foreach (var row in VoucherComposer.Explain(closing, now, terms with { WhenUnmapped = WhenUnmapped.HoldDay }))
        {
            foreach (var source in row.Sources)
            {
                if (KeyOf(source) is { } key)
                {
                    belongs[key] = row;
                }
            }
        }

        return
        [
            .. VoucherComposer.Explain(closing, then, terms)
                .Where(row => row is { Account: not null, Sources: [{ Row: MappingKey.Suspense }, ..] } && !cleared.Contains(row.Key))
                .Select(row => Suspended(row, belongs.GetValueOrDefault(row.Key))),
        ];
    }

    /// <summary>The voucher that books over what has an account now: balanced, since each amount leaves one account for another.</summary>
    /// <param name="amounts">What is booked over; each has an account.</param>
    /// <param name="booked">The voucher of the day.</param>
    /// <param name="number">The number it stands in the books under.</param>
    /// <param name="key">The key of the correcting voucher.</param>
    /// <param name="date">Its date; see <see cref="OpenDays.FirstFrom"/>.</param>
    public static Voucher Compose(
        IReadOnlyCollection<SuspendedAmount> amounts, Voucher booked, string number, VoucherKey key, DateOnly date)
    {
        var rows = amounts.SelectMany(amount => new[]
        {
            VoucherRow.From(amount.Suspense, -amount.Balance, LineTexts.Unmapped(amount.Text)),
            VoucherRow.From(amount.Account!.Value, amount.Balance, amount.Text, amount.CostCentres),
        }).OfType<VoucherRow>();
        var said = booked.Text.Replace(booked.Key.Marker, "", StringComparison.OrdinalIgnoreCase).Trim();
        var text = string.Create(CultureInfo.InvariantCulture, $"Rättelse av {number}: {said} {key.Marker}");
        return Voucher.Balance(key, date, booked.Series, text, rows) is Balancing.Balanced(var voucher)
            ? voucher
            : throw new UnreachableException("What leaves one account for another balances.");
    }

    private static SuspendedAmount Suspended(RowOrigin row, RowOrigin? belongs) => new(
        row.Key,
        row.Account!.Value,
        belongs?.Account,
        belongs?.CostCentres ?? CostCentres.None,
        row.Balance,
        row.Text.StartsWith(LineTexts.Unmapped(""), StringComparison.Ordinal) ? row.Text[LineTexts.Unmapped("").Length..] : row.Text);

    /// <summary>What a line of the Z-report is to the mapping, where that may stand on the suspense account.</summary>
    private static MappingKey? KeyOf(ZLine line) => line switch
    {
        { Part: ZPart.Sales, Rate: { } rate } => new MappingKey.Sales(new ProductGroup(line.Code), rate),
        { Part: ZPart.Payments } => new MappingKey.Payment(new PaymentMeans(line.Code)),
        _ => null,
    };
}

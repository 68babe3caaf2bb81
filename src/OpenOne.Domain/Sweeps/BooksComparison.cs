using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Sweeps;

/// <summary>The joining of what stands in the books with what we have booked, key by key (avstämning).</summary>
public static class BooksComparison
{
    /// <summary>Holds what was read of a period against everything that is remembered.</summary>
    /// <param name="first">The first date that was read.</param>
    /// <param name="last">The last date that was read.</param>
    /// <param name="remembered">Every closing of the company, of whatever date: what was booked on another date than it was sent
    /// with may turn up in the period.</param>
    /// <param name="seen">Every voucher with a key in the form of ours that stands there, but for those a person has dealt with.</param>
    /// <returns>What is the matter, by date and key. A key can give more than one finding.</returns>
    public static ImmutableArray<Finding> Of(
        DateOnly first, DateOnly last, IReadOnlyCollection<RememberedVoucher> remembered, ImmutableArray<SightedVoucher> seen)
    {
        var known = remembered.ToDictionary(voucher => voucher.Key);
        var corrections = new Lazy<HashSet<VoucherKey>>(() => [.. known.Keys.SelectMany(key => key.Corrections)]);
        var there = seen.DistinctBy(voucher => voucher.Voucher.Id).ToLookup(voucher => voucher.Key);

        var ofBooks = there.SelectMany(group =>
            known.TryGetValue(group.Key, out var ours) ? OfKnown(ours, [.. group])
            : corrections.Value.Contains(group.Key) ? []
            : OfUnknown([.. group]));
        var missing = remembered
            .Where(voucher => voucher is { WasBooked: true, Posted: not null } && voucher.Date >= first && voucher.Date <= last)
            .Where(voucher => !there.Contains(voucher.Key))
            .Select(voucher => new Finding(FindingKind.Missing, voucher.Key, voucher.Date, [voucher.Posted!], voucher.ClosingId));

        return [.. missing.Concat(ofBooks)
            .OrderBy(finding => finding.Date).ThenBy(finding => finding.Key.Text, StringComparer.Ordinal).ThenBy(finding => finding.Kind)];
    }

    private static IEnumerable<Finding> OfKnown(RememberedVoucher ours, ImmutableArray<SightedVoucher> there)
    {
        ImmutableArray<PostedVoucher> vouchers = [.. there.Select(voucher => voucher.Voucher)];
        if (ours.Posted is not { } posted)
        {
            return vouchers.Length > 1 ? [Found(FindingKind.Doubled, vouchers)]
                : ours.MayBeSighted ? [Found(FindingKind.Relinked, vouchers)]
                : [];
        }

        // One that is booked stands there once at least, even where what was read does not reach to it.
        var doubled = vouchers.All(voucher => voucher.Id == posted.Id)
            ? null
            : Found(FindingKind.Doubled, vouchers.Any(voucher => voucher.Id == posted.Id) ? vouchers : vouchers.Insert(0, posted));
        var altered = there.FirstOrDefault(voucher => voucher.Voucher.Id == posted.Id) is { } booked && AlterationOf(ours, booked) is { } what
            ? Found(FindingKind.Altered, [booked.Voucher]) with { Alteration = what }
            : null;
        return new[] { doubled, altered }.OfType<Finding>();

        Finding Found(FindingKind kind, ImmutableArray<PostedVoucher> about) => new(kind, ours.Key, ours.Date, about, ours.ClosingId);
    }

    private static IEnumerable<Finding> OfUnknown(ImmutableArray<SightedVoucher> there)
    {
        var kind = there.Length > 1 ? FindingKind.Doubled : FindingKind.Unknown;
        yield return new(kind, there[0].Key, there[0].Date, [.. there.Select(voucher => voucher.Voucher)]);
    }

    /// <summary>What differs from what was sent. A voucher that has been reversed by another is not held against it any more.</summary>
    private static Alteration? AlterationOf(RememberedVoucher ours, SightedVoucher booked)
    {
        if (ours is not { State: DeliveryState.Booked, Sent: { } sent } || booked.Fingerprint == VoucherFingerprint.Of(sent))
        {
            return null;
        }

        var sameRows = booked.Fingerprint
            == VoucherFingerprint.Of(booked.Date, sent.Rows.Select(row => (row.Account.Number, row.Debit, row.Credit)));
        return sameRows ? Alteration.Date : booked.Date == sent.Date ? Alteration.Rows : Alteration.DateAndRows;
    }
}

using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Delivery;

/// <summary>What a look at the books has shown about what we remember: the joining of the two by key.</summary>
/// <param name="Moved">Deliveries that we had not booked and that stand there: booked now, or a person's if there twice.</param>
/// <param name="Doubled">Vouchers that stand there more than once under one key, each group with its key.</param>
/// <param name="Unknown">Vouchers with a key of ours whose closing we do not know: it was lost here, or is another installation's.</param>
public sealed record Sighting(
    ImmutableArray<VoucherDelivery> Moved, ImmutableArray<SightedVoucher> Doubled, ImmutableArray<SightedVoucher> Unknown)
{
    /// <summary>Joins what was seen with what is remembered, and moves the deliveries that our memory was wrong about.</summary>
    /// <param name="company">Whose books these are; part of each key.</param>
    /// <param name="deliveries">Every delivery of the company.</param>
    /// <param name="seen">What stands in the books.</param>
    /// <param name="now">The time, by our clock.</param>
    public static Sighting Join(
        OrganisationNumber company, IReadOnlyCollection<VoucherDelivery> deliveries, ImmutableArray<SightedVoucher> seen, DateTimeOffset now)
    {
        var known = deliveries.ToDictionary(delivery => delivery.KeyIn(company));
        var corrections = new Lazy<HashSet<VoucherKey>>(() => [.. known.Keys.SelectMany(key => key.Corrections)]);
        var moved = ImmutableArray.CreateBuilder<VoucherDelivery>();
        var doubled = ImmutableArray.CreateBuilder<SightedVoucher>();
        var unknown = ImmutableArray.CreateBuilder<SightedVoucher>();

        // In the order they were seen, so that the same books give the same result.
        foreach (var group in seen.DistinctBy(voucher => voucher.Voucher.Id).GroupBy(voucher => voucher.Key))
        {
            ImmutableArray<SightedVoucher> there = [.. group];
            known.TryGetValue(group.Key, out var delivery);
            if (delivery is null && corrections.Value.Contains(group.Key))
            {
                // A person has booked the voucher that takes one of ours back, as we proposed it.
                continue;
            }

            if (delivery is null)
            {
                unknown.AddRange(there);
            }

            // One that is booked stands there once at least, even if what was listed does not reach back to it.
            var standing = delivery?.Posted is { } posted && there.All(voucher => voucher.Voucher.Id != posted.Id)
                ? there.Length + 1
                : there.Length;
            if (standing > 1)
            {
                doubled.AddRange(there);
            }

            if (delivery is { MayBeSighted: true })
            {
                delivery.Sight([.. there.Select(voucher => voucher.Voucher)], now);
                moved.Add(delivery);
            }
        }

        return new(moved.DrainToImmutable(), doubled.DrainToImmutable(), unknown.DrainToImmutable());
    }
}

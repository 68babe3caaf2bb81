using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Running;

/// <summary>What the bookkeeper wants corrected, and presses for again when the database has forgotten it.</summary>
internal sealed class SimCorrections(SimDatabase database, IReadOnlyList<RawClosing> raw, SimRandom random, int often)
{
    private readonly List<RawCorrection> _wanted = [];

    /// <summary>Everything that is wanted, in the order in which it was thought of.</summary>
    public IReadOnlyList<RawCorrection> Wanted => _wanted;

    /// <summary>Thinks of another one now and then, and asks for those that are not under way.</summary>
    /// <param name="mayWant">Whether new ones may still be thought of.</param>
    public void Look(bool mayWant)
    {
        if (mayWant && random.Happens(often))
        {
            Want(raw[random.Below(raw.Count)]);
        }

        foreach (var wanted in _wanted)
        {
            Ask(wanted);
        }
    }

    private void Want(RawClosing closing)
    {
        if (DeliveryOf(closing) is { State: DeliveryState.Booked })
        {
            var date = random.Happens(3000) ? closing.Date.AddDays(40) : closing.Date;
            var earlier = _wanted.Count(wanted => wanted.Closing == closing);
            _wanted.Add(new RawCorrection(closing, earlier + 1, date, random.Between(1, 99_999)));
        }
    }

    /// <summary>One transaction, as the page makes it: the delivery, and what it is to book.</summary>
    private void Ask(RawCorrection wanted)
    {
        var company = database[SimCompanies.Id(wanted.Closing.Company)];
        if (DeliveryOf(wanted.Closing) is not { State: DeliveryState.Booked, Posted: { } posted } day
            || company.Deliveries.ContainsKey((day.ClosingId, wanted.Ordinal))
            || (wanted.Ordinal > 1 && !company.Deliveries.ContainsKey((day.ClosingId, wanted.Ordinal - 1))))
        {
            return;
        }

        var delivery = new VoucherDelivery(
            day.ClosingId, company.Company.Id, new ClosingKey(day.Register, day.ZNumber), day.BusinessDate, database.Now, wanted.Ordinal);
        company.Put(delivery);
        company.Correcting[(day.ClosingId, wanted.Ordinal)] = Voucher(wanted, posted.Number, company.KeyOf(delivery));
    }

    private VoucherDelivery? DeliveryOf(RawClosing closing) => database[SimCompanies.Id(closing.Company)].Deliveries.Values
        .FirstOrDefault(delivery => (delivery.Register, delivery.ZNumber, delivery.Ordinal) == (closing.Register, closing.ZNumber, 0));

    private static Voucher Voucher(RawCorrection wanted, string number, VoucherKey key)
    {
        var closing = wanted.Closing;
        var text = $"Rättelse av {number}: Dagskassa {SimCompanies.Text(closing.Date)} Z {closing.ZNumber} {closing.Register} {key.Marker}";
        var rows = new[] { Row(3002, wanted.Ore), Row(3003, -wanted.Ore) };
        return Domain.Accounting.Voucher.Balance(key, wanted.Date, VoucherSeries.Parse("A"), text, rows) is Balancing.Balanced(var voucher)
            ? voucher
            : throw new InvalidOperationException("A correction balances.");
    }

    private static VoucherRow Row(int account, long ore) =>
        VoucherRow.From(AccountNumber.From(account), Money.FromOre(ore), "Omfört")!;
}

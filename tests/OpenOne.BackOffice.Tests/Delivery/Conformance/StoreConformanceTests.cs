using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Time;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Delivery.Conformance;

/// <summary>The simulation's database does what the real one does: random commands to both, everything compared after each.
/// Otherwise what the simulation shows would say nothing about the product.</summary>
public sealed class StoreConformanceTests
{
    private const int Commands = 120;

    private static readonly DateTimeOffset _now = new(2026, 3, 20, 22, 0, 0, TimeSpan.Zero);
    private static readonly RetrySchedule _schedule = new DeliveryOptions().Schedule;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Both_stores_do_the_same(int seed) => OneThread.Run(() => DoTheSameAsync(seed));

    private static async Task DoTheSameAsync(int seed)
    {
        var random = new SimRandom((ulong)seed);
        using var stores = await TwoStores.WithAsync(
            closings: 6, random, seed % 2 == 0 ? StoppedClosing.OthersWait : StoppedClosing.OthersGoOn);
        var run = new Run(stores, random);
        for (var command = 1; command <= Commands; command++)
        {
            var what = await run.CommandAsync();
            stores.TellSimulated().ShouldBe(await stores.TellRealAsync(), $"command {command}: {what}");
        }

        run.Done.Count.ShouldBeGreaterThan(5, $"too few different things were done: {string.Join(", ", run.Done)}");
    }

    private sealed class Run(TwoStores stores, SimRandom random)
    {
        private (Guid Real, Guid Simulated) _token = (Guid.NewGuid(), Guid.NewGuid());
        private (Guid Real, Guid Simulated) _earlier = (Guid.NewGuid(), Guid.NewGuid());
        private int _voucher;

        public HashSet<string> Done { get; } = [];

        public async Task<string> CommandAsync()
        {
            var what = random.Below(12) switch
            {
                0 => await ClaimAsync(),
                1 => await RenewAsync(),
                2 => await SightAsync(),
                3 => await ParkAsync(),
                4 when random.Happens(3000) => await ReleaseAsync(),
                10 => await ApproveAsync(),
                11 => await CorrectAsync(),
                _ => await StepAsync(),
            };
            Done.Add(what);
            return what;
        }

        private async Task<string> ClaimAsync()
        {
            var real = await stores.Real.ClaimAsync(stores.CompanyId, TimeSpan.FromHours(1), default);
            var simulated = stores.Await(() => stores.Simulated.ClaimAsync(stores.CompanyId, TimeSpan.FromHours(1), default));
            (simulated?.Epoch).ShouldBe(real?.Epoch);
            if (real is not null)
            {
                _earlier = _token;
                _token = (real.Token, simulated!.Token);
            }

            return "claim";
        }

        private async Task<string> ReleaseAsync()
        {
            var real = await stores.Real.ReleaseAsync(stores.CompanyId, _token.Real, default);
            stores.Await(() => stores.Simulated.ReleaseAsync(stores.CompanyId, _token.Simulated, default)).ShouldBe(real);
            return "release";
        }

        private async Task<string> RenewAsync()
        {
            var real = await stores.Real.RenewAsync(stores.CompanyId, _token.Real, TimeSpan.FromHours(1), default);
            stores.Await(() => stores.Simulated.RenewAsync(stores.CompanyId, _token.Simulated, TimeSpan.FromHours(1), default)).ShouldBe(real);
            return "renew";
        }

        private async Task<string> ParkAsync()
        {
            var park = new LanePark(_now.AddMinutes(random.OneOf(-5, -1, -1, 1)), Reason.Of(ReasonCodes.NoAccess, "licence"));
            var token = Token();
            var real = await stores.Real.ParkAsync(token.Real, stores.CompanyId, park, default);
            stores.Await(() => stores.Simulated.ParkAsync(token.Simulated, stores.CompanyId, park, default)).ShouldBe(real);
            return "park";
        }

        /// <summary>A person approves the first that waits.</summary>
        private async Task<string> ApproveAsync()
        {
            var approved = await stores.ChangeAsync(
                delivery => delivery is { State: DeliveryState.Composed, DueAt: null },
                delivery => delivery.Approve(delivery.ToApprove!.Value, _now));
            return approved ? "approve" : "nothing";
        }

        /// <summary>A person has a booked day corrected.</summary>
        private async Task<string> CorrectAsync() =>
            await stores.CorrectAsync(_ => true, Reversed) ? "correct" : "nothing";

        private async Task<string> SightAsync()
        {
            var seen = Enumerable.Range(0, random.Below(3)).Select(_ => Voucher(random.Between(1, 12))).ToList();
            var sight = new LaneSight([.. seen], _now.AddMinutes(random.Below(60)), new DateOnly(2026, 3, random.Between(1, 2)));
            var token = Token();
            var real = await stores.Real.SightAsync(token.Real, stores.CompanyId, sight, default);
            stores.Await(() => stores.Simulated.SightAsync(token.Simulated, stores.CompanyId, sight, default)).ShouldBe(real);
            return "sight";
        }

        private async Task<string> StepAsync()
        {
            if (_token.Real == Guid.Empty || stores.Memory[stores.CompanyId].Claim.Epoch == 0)
            {
                return await ClaimAsync();
            }

            var real = await stores.Real.NextAsync(stores.CompanyId, _now, default);
            var simulated = stores.Await(() => stores.Simulated.NextAsync(stores.CompanyId, _now, default));
            (simulated?.Delivery.ZNumber, simulated?.Delivery.Ordinal).ShouldBe((real?.Delivery.ZNumber, real?.Delivery.Ordinal));
            if (real is null || simulated is null)
            {
                return "nothing";
            }

            simulated.Correcting.ShouldBe(real.Correcting);
            (simulated.SeenUntil, simulated.Access, simulated.LastAttempt?.Outcome).ShouldBe((real.SeenUntil, real.Access, real.LastAttempt?.Outcome));
            simulated.Sighted.Select(voucher => voucher.Number).Order(StringComparer.Ordinal)
                .ShouldBe(real.Sighted.Select(voucher => voucher.Number).Order(StringComparer.Ordinal));

            var (choice, token, twice) = (random.Next(), Token(), random.Happens(1000));
            var realChange = Step(real, choice, token.Real);
            var simulatedChange = Step(simulated, choice, token.Simulated);
            for (var time = 0; time < (twice ? 2 : 1); time++)
            {
                var saved = await stores.Real.SaveAsync(token.Real, realChange with { Attempt = time == 0 ? realChange.Attempt : null, Composed = null }, default);
                stores.Await(() => stores.Simulated.SaveAsync(token.Simulated, simulatedChange, default)).ShouldBe(saved);
            }

            return $"{real.Delivery.State}";
        }

        /// <summary>Moves a delivery by one step that its state allows.</summary>
        private static LaneChange Step(LaneItem item, ulong choice, Guid token)
        {
            var delivery = item.Delivery;
            var random = new SimRandom(choice);
            switch (delivery.State)
            {
                case DeliveryState.InFlight when random.Happens(2000):
                    delivery.Interrupt(_now);
                    return new(delivery);
                case DeliveryState.InFlight:
                    var posting = random.OneOf<Posting>(
                        new Posting.Booked(new($"id-{choice}", "A1")), new Posting.Uncertain("lost"), new Posting.Unavailable("down"),
                        new Posting.Refused(Reason.Of(ReasonCodes.RefusedBySpiris), RefusalReach.Content), new Posting.AccessLost("revoked"));
                    delivery.Record(item.LastAttempt!, posting, _schedule, 0, _now.AddHours(-1));
                    return new(delivery, item.LastAttempt, AccessLost: posting is Posting.AccessLost && random.Happens(2000) ? new("revoked", DateTimeOffset.UnixEpoch) : null);
                case DeliveryState.Uncertain:
                    delivery.RecordSearch(
                        random.OneOf<Search>(
                            new Search.Found(new($"id-{choice}", "A2")), new Search.NotFound(_now), new Search.NotFound(_now.AddHours(2)),
                            new Search.Failed("busy"), new Search.FoundTwice([new("x", "A3"), new("y", "A4")])),
                        _schedule, 0, _now.AddHours(-1));
                    return new(delivery, StopPosting: delivery.State is DeliveryState.NeedsAttention ? "A3, A4" : null);
                case DeliveryState.Intent when random.Happens(5000):
                    return new(delivery, delivery.BeginAgain(item.LastAttempt!, token, _now));
                default:
                    if (random.Happens(2000))
                    {
                        delivery.Hold([Reason.Of(ReasonCodes.SeriesNotSet)], random.Happens(5000) ? _now : null, _now);
                        return new(delivery);
                    }

                    if (random.Happens(2000) && !delivery.IsApproved(Composed(item)))
                    {
                        delivery.AwaitApproval(Composed(item), 1, _now);
                        return new(delivery);
                    }

                    return new(delivery, delivery.Begin(Composed(item), 1, [1, 2, 3], token, _now));
            }
        }

        /// <summary>A correcting voucher, whatever it corrects.</summary>
        private static Voucher Reversed(VoucherDelivery delivery)
        {
            var key = delivery.KeyIn(A.Company);
            return Example.Reverse(key, delivery.BusinessDate, $"Rättelse av A1 {key.Marker}");
        }

        private static Voucher Example { get; } = Domain.Mapping.VoucherComposer.Compose(
            A.Closing.Of("KASSA1", 1).On(2026, 3, 1).Sold("food", 12, 112_00).Paid("card", 112_00).Build(), A.Mapping.Build(), A.Terms)
            is Domain.Mapping.Composition.Composed(var voucher)
                ? voucher
                : throw new InvalidOperationException("The example composes.");

        private static Voucher Composed(LaneItem item) => item.Correcting is { } correcting ? correcting.Voucher : Domain.Mapping.VoucherComposer.Compose(item.Closing, A.Mapping.Build(), A.Terms)
            is Domain.Mapping.Composition.Composed(var voucher)
                ? voucher
                : throw new InvalidOperationException("The example composes.");

        private SightedVoucher Voucher(int zNumber) => new(
            VoucherKey.For(A.Company, new ClosingKey("KASSA1", zNumber)).Further(random.OneOf(0, 0, 1, 2)), new($"seen-{++_voucher}", $"B{_voucher}"), new DateOnly(2026, 3, zNumber), null);

        /// <summary>The present claim's token, or now and then one that no longer holds.</summary>
        private (Guid Real, Guid Simulated) Token() => random.Happens(1000) ? _earlier : _token;
    }
}

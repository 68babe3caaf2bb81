using OpenOne.BackOffice.Delivery;
using OpenOne.Simulation.Time;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Delivery.Conformance;

public sealed class VoidClaimTests
{
    private static readonly TimeSpan _lease = new DeliveryOptions().Lease;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S42_a_claim_from_before_the_clock_was_set_back_two_hours_neither_holds_the_lane_nor_hides_it()
    {
        using var stores = await TwoStores.WithAsync(closings: 1, new SimRandom(1), StoppedClosing.OthersGoOn);
        (await stores.Real.ClaimAsync(stores.CompanyId, TimeSpan.FromHours(2), Cancellation)).ShouldNotBeNull();

        (await stores.Real.DueAsync(Cancellation)).ShouldBe([stores.CompanyId]);
        (await stores.Real.ClaimAsync(stores.CompanyId, _lease, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_claim_that_holds_keeps_others_away_and_the_lane_out_of_what_is_due()
    {
        using var stores = await TwoStores.WithAsync(closings: 1, new SimRandom(1), StoppedClosing.OthersGoOn);
        (await stores.Real.ClaimAsync(stores.CompanyId, _lease, Cancellation)).ShouldNotBeNull();

        (await stores.Real.DueAsync(Cancellation)).ShouldBeEmpty();
        (await stores.Real.ClaimAsync(stores.CompanyId, _lease, Cancellation)).ShouldBeNull();
    }
}

using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>One quota for several servers: used to the full, and never beyond.</summary>
public sealed class QuotaSharesTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void S09_servers_that_all_have_more_to_send_use_98_hundredths_of_the_quota_and_are_never_refused(int servers)
    {
        var quota = new SharedQuota(servers);
        quota.Run(2 * _minute);
        var before = quota.Sent;

        quota.Run(20 * _minute);

        var used = (quota.Sent - before) / (20m * SharedQuota.Permits);
        TestContext.Current.TestOutputHelper!.WriteLine($"{servers} servers: {used:P1} of the quota, {quota.Refused} refused");
        used.ShouldBeInRange(0.98m, 1m);
        quota.Refused.ShouldBe(0);
        Enumerable.Range(0, servers).Max(quota.HeldBy).ShouldBeLessThanOrEqualTo((SharedQuota.Permits / servers) + 1);
    }

    [Fact]
    public void What_others_do_not_need_goes_to_the_one_that_waits()
    {
        var quota = new SharedQuota(3);
        quota.Run(2 * _minute);
        quota.SetDemand(1, false);
        quota.SetDemand(2, false);

        quota.Run(3 * _minute);

        quota.HeldBy(0).ShouldBeGreaterThan(SharedQuota.Permits * 95 / 100);
        quota.SetDemand(1, true);
        quota.Run(2 * _minute);
        quota.HeldBy(1).ShouldBeGreaterThan(SharedQuota.Permits * 45 / 100);
        quota.Refused.ShouldBe(0);
    }

    [Fact]
    public void What_a_dead_server_may_have_used_counts_until_its_window_is_over_and_then_goes_to_the_others()
    {
        var quota = new SharedQuota(3);
        quota.Run(2 * _minute);
        quota.Kill(0);

        quota.Run(3 * _minute);

        (quota.HeldBy(1) + quota.HeldBy(2)).ShouldBe(SharedQuota.Permits);
        quota.Refused.ShouldBe(0);
    }

    [Fact]
    public void When_whoever_divides_dies_the_next_one_hands_nothing_out_twice()
    {
        var quota = new SharedQuota(3);
        for (var death = 0; death < 20; death++)
        {
            quota.SetDemand(death % 3, death % 2 == 0);
            quota.Run(TimeSpan.FromSeconds(17));
            quota.KillDivider();
        }

        quota.Run(2 * _minute);
        quota.Refused.ShouldBe(0);
    }
}

using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>What the database knows of the servers that hold a quota of Spiris.</summary>
public sealed class QuotaHoldingsTests
{
    [Fact]
    public async Task A_server_that_has_long_been_gone_is_forgotten_when_another_is_given_the_quota()
    {
        await using var cluster = await ClusterOfServers.MakeAsync(companies: 1);
        var company = cluster.Keys.Keys.Single();
        await using var first = await cluster.StartAsync();
        await cluster.SubmitAsync(company, 1, new DateOnly(2026, 1, 1));
        await cluster.UntilBookedAsync(1);
        await first.KillAsync();
        cluster.Forget(first);
        await cluster.AskAsync("UPDATE quota_holdings SET seen_at = 0");

        await cluster.StartAsync();
        await cluster.SubmitAsync(company, 2, new DateOnly(2026, 1, 2));
        await cluster.UntilBookedAsync(2);

        (await cluster.AskAsync("SELECT count(*) FILTER (WHERE seen_at = 0), count(*) FILTER (WHERE seen_at > 0) > 0 FROM quota_holdings WHERE quota = 'vouchers'"))
            .Trim().ShouldBe("0|t");
    }
}

using OpenOne.BackOffice.Data.Postgres;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>Starts that are refused, or that wait: each says why.</summary>
public sealed class ClusterStartTests : IAsyncLifetime
{
    private ClusterOfServers _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await ClusterOfServers.MakeAsync(companies: 1);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Theory]
    [InlineData("another cluster", "--Cluster:Name=other", 65, "belongs to the cluster 'openone'")]
    [InlineData("another client of Spiris", "--Spiris:ClientId=somebody-else", 65, "posts as openone-backoffice")]
    [InlineData("another key", "--Sealing:Keys:1=00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", 65, "sealing key is not the installation's")]
    [InlineData("a database that is not there", "--Storage:ConnectionString=Host=127.0.0.1;Port=1;Database=x;Username=x", 75, "cannot be reached")]
    [InlineData("no connection string", "--Storage:ConnectionString=this is none", 65, "Storage:ConnectionString cannot be read")]
    public async Task What_does_not_belong_here_does_not_start_and_says_why(string story, string setting, int exitCode, string sentence)
    {
        await using var server = _cluster.Launch(setting, "--Storage:StartPatience=00:00:01");

        (await server.ExitAsync()).ShouldBe(exitCode, $"{story}: {server.Output}");
        server.Output.ShouldContain(sentence, Case.Sensitive, story);
    }

    [Fact]
    public async Task A_program_of_a_generation_that_the_others_no_longer_allow_does_not_start()
    {
        await _cluster.AskAsync($"UPDATE installations SET oldest_allowed = {Installation.Present + 1}");
        await using var server = _cluster.Launch();

        (await server.ExitAsync()).ShouldBe(65, server.Output);
        server.Output.ShouldContain("Upgrade it");
    }

    [Fact]
    public async Task A_program_does_not_start_beside_one_that_is_more_than_one_generation_older()
    {
        await _cluster.AskAsync(
            $"""
            INSERT INTO cluster_members (cluster, address, name, host, status, proxy_port, suspects, started_at, alive_at, revision, generation)
            VALUES ('openone', '127.0.0.1:1@1', 'old', 'old', 3, 0, '', 0, CAST(round(unixepoch('subsec') * 1000) AS BIGINT), 1, {Installation.OldestBeside - 1})
            """);
        await using var server = _cluster.Launch();

        (await server.ExitAsync()).ShouldBe(65, server.Output);
        server.Output.ShouldContain("one version at a time");
    }

    [Fact]
    public async Task A_superuser_is_refused_because_the_wall_would_not_hold_for_it()
    {
        await using var server = _cluster.Launch($"--Storage:ConnectionString={_cluster.Connection.Replace("Username=openone", "Username=postgres", StringComparison.Ordinal)}");

        (await server.ExitAsync()).ShouldBe(65, server.Output);
        server.Output.ShouldContain("row-level security");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;
using OpenOne.BackOffice.Delivery;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Cluster;

/// <summary><c>GET /health/node</c>: what this server is doing, for whoever watches a cluster. Names no customer.</summary>
internal static class NodeStatus
{
    public static void Map(WebApplication app) => app.MapGet("/health/node", AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(
        IOptions<ClusterOptions> options, LaneDispatcher lanes, SpirisConnection spiris, IDbContextFactory<BackOfficeDb> databases,
        CancellationToken cancellation)
    {
        var vouchers = spiris.Vouchers;
        return TypedResults.Ok(new
        {
            node = options.Value.Node,
            processId = Environment.ProcessId,
            lanesAtWork = lanes.Running,
            deliveriesMoved = lanes.Moved,
            quota = new { vouchers.Held, vouchers.Used, vouchers.Waiting, permitsGiven = vouchers.Given },
            members = await MembersAsync(databases, options.Value.Name, cancellation),
        });
    }

    private static async Task<IReadOnlyList<Member>> MembersAsync(
        IDbContextFactory<BackOfficeDb> databases, string cluster, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return db is PostgresDb
            ? await db.Set<ClusterMember>().AsNoTracking().Where(member => member.Cluster == cluster)
                .OrderBy(member => member.StartedAt)
                .Select(member => new Member(member.Name, member.Status == 3 ? "active" : member.Status == 6 ? "dead" : "changing"))
                .ToListAsync(cancellation)
            : [];
    }

    private sealed record Member(string Name, string Status);
}

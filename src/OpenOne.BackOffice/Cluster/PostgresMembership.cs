using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Orleans' membership in our own tables: who is in the cluster, and who was found dead.</summary>
/// <remarks>Each change is made under the version that was read, in one transaction, so of two that contradict each other one is
/// refused and reads anew. That is all that the protocol asks of a table.</remarks>
internal sealed class PostgresMembership(IDbContextFactory<PostgresDb> databases, string cluster, TimeProvider clock) : IMembershipTable
{
    private const string Columns = "address, name, host, status, proxy_port, suspects, started_at, alive_at, revision";
    private const string Now = "CAST(round(unixepoch('subsec') * 1000) AS BIGINT)";

    public async Task InitializeMembershipTable(bool tryInitTableVersion)
    {
        if (tryInitTableVersion)
        {
            await ChangeAsync("INSERT INTO cluster_versions (cluster, version) VALUES ($1, 0) ON CONFLICT DO NOTHING", cluster);
        }
    }

    public async Task<MembershipTableData> ReadAll() => await ReadAsync("", []);

    public async Task<MembershipTableData> ReadRow(SiloAddress key) => await ReadAsync(" AND address = $2", [key.ToParsableString()]);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => UnderVersionAsync(
        tableVersion,
        $"""
        INSERT INTO cluster_members (cluster, {Columns}, generation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, {Now}, 1, {Installation.Present}) ON CONFLICT DO NOTHING
        """,
        Of(entry));

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => UnderVersionAsync(
        tableVersion,
        """
        UPDATE cluster_members SET name = $3, host = $4, status = $5, proxy_port = $6, suspects = $7, started_at = $8, revision = revision + 1
        WHERE cluster = $1 AND address = $2 AND revision = $9
        """,
        [.. Of(entry), long.Parse(etag, CultureInfo.InvariantCulture)]);

    public Task UpdateIAmAlive(MembershipEntry entry) => ChangeAsync(
        $"UPDATE cluster_members SET alive_at = {Now} WHERE cluster = $1 AND address = $2", cluster, entry.SiloAddress.ToParsableString());

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => ChangeAsync(
        $"DELETE FROM cluster_members WHERE cluster = $1 AND status = {(int)SiloStatus.Dead} AND alive_at < {Now} - $2",
        cluster, (long)(clock.GetUtcNow() - beforeDate).TotalMilliseconds);

    public async Task DeleteMembershipTableEntries(string clusterId)
    {
        await ChangeAsync("DELETE FROM cluster_members WHERE cluster = $1", clusterId);
        await ChangeAsync("DELETE FROM cluster_versions WHERE cluster = $1", clusterId);
    }

    /// <summary>Members and version as they were at one moment.</summary>
    private async Task<MembershipTableData> ReadAsync(string which, object[] parameters)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var batch = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        batch.BatchCommands.Add(new("BEGIN ISOLATION LEVEL REPEATABLE READ"));
        batch.BatchCommands.Add(Command("SELECT version FROM cluster_versions WHERE cluster = $1", [cluster]));
        batch.BatchCommands.Add(Command(
            $"SELECT {Columns}, {Now} - alive_at FROM cluster_members WHERE cluster = $1{which}", [cluster, .. parameters]));
        batch.BatchCommands.Add(new("COMMIT"));
        await using var reader = await batch.ExecuteReaderAsync();
        var version = await reader.ReadAsync() ? reader.GetInt32(0) : 0;
        await reader.NextResultAsync();
        var members = new List<Tuple<MembershipEntry, string>>();
        while (await reader.ReadAsync())
        {
            members.Add(new(Read(reader), reader.GetInt64(8).ToString(CultureInfo.InvariantCulture)));
        }

        return new MembershipTableData(members, new TableVersion(version, version.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task<bool> UnderVersionAsync(TableVersion version, string change, object[] parameters)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var read = int.Parse(version.VersionEtag, CultureInfo.InvariantCulture);
        var changed = await RunAsync(
                connection, "UPDATE cluster_versions SET version = $2 WHERE cluster = $1 AND version = $3", cluster, version.Version, read) == 1
            && await RunAsync(connection, change, [cluster, .. parameters]) == 1;
        if (changed)
        {
            await transaction.CommitAsync();
        }

        return changed;
    }

    private async Task ChangeAsync(string sql, params object[] parameters)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await RunAsync((NpgsqlConnection)db.Database.GetDbConnection(), sql, parameters);
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(Command(sql, parameters));
        return await batch.ExecuteNonQueryAsync();
    }

    private static NpgsqlBatchCommand Command(string sql, object[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }

        return command;
    }

    private static object[] Of(MembershipEntry entry) =>
    [
        entry.SiloAddress.ToParsableString(), entry.SiloName ?? "", entry.HostName ?? "", (int)entry.Status, entry.ProxyPort,
        string.Join('|', (entry.SuspectTimes ?? []).Select(suspect => $"{suspect.Item1.ToParsableString()},{Milliseconds(suspect.Item2)}")),
        Milliseconds(entry.StartTime),
    ];

    private MembershipEntry Read(NpgsqlDataReader row) => new()
    {
        SiloAddress = SiloAddress.FromParsableString(row.GetString(0)),
        SiloName = row.GetString(1),
        HostName = row.GetString(2),
        Status = (SiloStatus)row.GetInt32(3),
        ProxyPort = row.GetInt32(4),
        SuspectTimes =
        [
            .. row.GetString(5).Split('|', StringSplitOptions.RemoveEmptyEntries).Select(suspect => suspect.Split(',')).Select(suspect =>
                new Tuple<SiloAddress, DateTime>(SiloAddress.FromParsableString(suspect[0]), Moment(long.Parse(suspect[1], CultureInfo.InvariantCulture)))),
        ],
        StartTime = Moment(row.GetInt64(6)),

        // How long ago it was is the database's to say; the protocol then compares it with the clock of this machine.
        IAmAliveTime = clock.GetUtcNow().UtcDateTime - TimeSpan.FromMilliseconds(row.GetInt64(9)),
    };

    private static long Milliseconds(DateTime moment) =>
        new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    private static DateTime Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}

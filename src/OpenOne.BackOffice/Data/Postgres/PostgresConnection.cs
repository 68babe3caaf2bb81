using Npgsql;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>How we connect, whatever else the operator has chosen.</summary>
internal static class PostgresConnection
{
    /// <summary>The connection string that is used.</summary>
    /// <exception cref="StartRefusedException">What is configured is not one.</exception>
    public static NpgsqlConnectionStringBuilder Of(string configured)
    {
        NpgsqlConnectionStringBuilder connection;
        try
        {
            connection = new(configured) { ApplicationName = "OpenOne.BackOffice", NoResetOnClose = false, Multiplexing = false };
        }
        catch (ArgumentException problem)
        {
            throw new StartRefusedException($"Storage:ConnectionString cannot be read: {problem.Message}");
        }

        // Work sees every tenant's rows unless its connection is told otherwise, and a reset goes back to that.
        connection.Options = $"{connection.Options} -c {TenantWall.Setting}={Sight.Everything}".Trim();

        // Of several hosts, the one that takes writes: what a standby says may be old, and nothing is decided by it.
        if (connection.Host?.Contains(',', StringComparison.Ordinal) is true)
        {
            connection.TargetSessionAttributes = "primary";
        }

        // Statements are prepared by themselves when they come again; the pool may hold what this process can use at most.
        if (connection.MaxAutoPrepare == 0)
        {
            connection.MaxAutoPrepare = 200;
        }

        return connection;
    }
}

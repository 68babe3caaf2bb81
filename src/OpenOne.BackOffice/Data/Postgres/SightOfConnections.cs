using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>Tells the database, on each connection that a request opens, whose rows may be seen.</summary>
/// <remarks>A connection that is returned to the pool is reset before it is used again, and is then told anew.</remarks>
internal sealed class SightOfConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Sight.Current is { } sees)
        {
            using var command = Command(connection, sees);
            command.ExecuteNonQuery();
        }
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Sight.Current is { } sees)
        {
            await using var command = Command(connection, sees);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbCommand Command(DbConnection connection, string sees)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT set_config('{TenantWall.Setting}', $1, false)";
        var parameter = command.CreateParameter();
        parameter.Value = sees;
        command.Parameters.Add(parameter);
        return command;
    }
}

using System.Data.Common;

namespace OpenOne.BackOffice.Data;

/// <summary>A query that is prepared once and asked many times.</summary>
internal sealed class PreparedQuery : IDisposable
{
    private readonly DbCommand _command;

    public PreparedQuery(DbConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Asks with values in the order of the parameters. Dispose the answer before asking again.</summary>
    public DbDataReader Execute(DbTransaction transaction, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i];
        }

        _command.Transaction = transaction;
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using OpenOne.Testing;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>A data folder with the demo organisation, for servers in processes of their own whose disk is to fail.</summary>
/// <remarks>The company's integration is off, so nothing but ingest and the lane's own notes touches the disk.</remarks>
public sealed class DataFolder : IDisposable
{
    private static readonly Uri _noSpiris = new("http://127.0.0.1:9");

    private readonly string _key;

    private DataFolder(string path, string key) => (Path, _key) = (path, key);

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "backoffice.db");

    public string Wal => $"{Database}-wal";

    public static async Task<DataFolder> MakeAsync()
    {
        var server = await BackOfficeServer.StartAsync();
        var key = server.KeyOf(MadeUpEvening.Z1284.Company.ToString());
        return new(await server.StopAndKeepAsync(), key);
    }

    public Task<BackOfficeProcess> StartAsync() => BackOfficeProcess.StartAsync(Path, _noSpiris);

    /// <summary>Starts a server that is not expected to listen.</summary>
    public BackOfficeProcess Launch(params string[] under) => BackOfficeProcess.Launch(under, Path, _noSpiris);

    /// <summary>Hands a closing over.</summary>
    /// <returns>The answer; <see langword="null"/> when the connection broke before there was one.</returns>
    public async Task<Answer?> SubmitAsync(BackOfficeProcess server, int zNumber = 1284)
    {
        using var till = new Till(server.Address, _key);
        try
        {
            return await till.SubmitAsync(Closing(zNumber));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<HttpStatusCode> AskAsync(BackOfficeProcess server, int zNumber = 1284)
    {
        using var till = new Till(server.Address, _key);
        return (await till.AskAsync(MadeUpEvening.Z1284.Report.Key.Register, zNumber)).Status;
    }

    /// <summary>Every row of every table, as text, whoever reads it.</summary>
    public static List<string> Rows(string database, string tables = "%")
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var names = Read(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '{tables}' ORDER BY name");
        return [.. names.SelectMany(name => Read(connection, $"SELECT '{name}', * FROM \"{name}\" ORDER BY 2"))];
    }

    /// <summary>Asks a database file that no server has open.</summary>
    public static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetString(i))));
        }

        return rows;
    }

    /// <summary>How many closings are stored.</summary>
    public int Closings() => Rows(Database, "closings").Count;

    /// <summary>How many closings are on their way into the books.</summary>
    public int Deliveries() => Rows(Database, "deliveries").Count;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static JsonObject Closing(int zNumber)
    {
        var closing = ClosingWire.Of(MadeUpEvening.Z1284.Report);
        closing["zNumber"] = zNumber;
        return closing;
    }
}

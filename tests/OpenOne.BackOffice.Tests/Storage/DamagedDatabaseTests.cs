using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>A database file that is no longer whole.</summary>
public sealed partial class DamagedDatabaseTests
{
    [Fact]
    public async Task S32_a_damaged_page_is_found_at_start_and_the_backup_is_restored_as_the_operations_page_says()
    {
        using var data = await DataFolder.MakeAsync();
        var backup = Directory.CreateDirectory(Path.Combine(data.Path, "backup")).FullName;
        await using (var server = await data.StartAsync())
        {
            (await data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.Accepted);
            await RunAsync("Backup", data.Path, backup);
        }

        Damage(data.Database, "closings");
        await using (var refusing = data.Launch())
        {
            (await refusing.ExitAsync()).ShouldBe(65);
            refusing.Output.ShouldContain($"The database '{data.Database}' is damaged");
            refusing.Output.ShouldContain("Restore the latest backup as docs/operations.md describes");
            refusing.Output.ShouldNotContain("   at ", Case.Sensitive, "a plain sentence, no stack trace");
        }

        await RunAsync("Restore", data.Path, backup);
        await using (var server = await data.StartAsync())
        {
            (await data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.OK);
            (await data.SubmitAsync(server, 1285)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.Accepted);
        }
    }

    [Theory]
    [InlineData("the file is no database")]
    [InlineData("a page of an index is no page")]
    [InlineData("a row refers to one that is gone")]
    public async Task S32_other_damage_is_found_at_start_as_well(string damage)
    {
        using var data = await DataFolder.MakeAsync();
        if (damage.StartsWith("the file", StringComparison.Ordinal))
        {
            File.WriteAllText(data.Database, new string('?', 8192));
        }
        else if (damage.Contains("index", StringComparison.Ordinal))
        {
            Damage(data.Database, "IX_companies_organisation_id_organisation_number");
        }
        else
        {
            using var connection = Open(data.Database);
            DataFolder.Read(connection, "DELETE FROM organisations");
        }

        await using var refusing = data.Launch();
        (await refusing.ExitAsync()).ShouldBe(65);
        refusing.Output.ShouldContain($"The database '{data.Database}' is damaged");
    }

    /// <summary>Overwrites the first page of a table or an index.</summary>
    private static void Damage(string database, string name)
    {
        int page, size;
        using (var connection = Open(database))
        {
            DataFolder.Read(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            page = int.Parse(DataFolder.Read(connection, $"SELECT rootpage FROM sqlite_master WHERE name = '{name}'").Single(), CultureInfo.InvariantCulture);
            size = int.Parse(DataFolder.Read(connection, "PRAGMA page_size").Single(), CultureInfo.InvariantCulture);
        }

        using var file = File.OpenWrite(database);
        file.Position = (page - 1) * size;
        file.Write(Enumerable.Repeat((byte)0xA5, size).ToArray());
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs the commands that stand below a heading of docs/operations.md, as they stand there.</summary>
    private static async Task RunAsync(string heading, string data, string backup)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "operations.md"), TestContext.Current.CancellationToken);
        var commands = Commands().Matches(page).Single(match => match.Groups["heading"].Value == heading).Groups["commands"].Value;
        var start = new ProcessStartInfo("bash", ["-euc", commands]) { RedirectStandardError = true };
        (start.Environment["DATA"], start.Environment["BACKUP"]) = (data, backup);
        using var shell = Process.Start(start)!;
        var complaint = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        shell.ExitCode.ShouldBe(0, complaint);
    }

    [GeneratedRegex(@"^### (?<heading>\w+)$(?:(?!^#).)*?^```sh\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Commands();
}

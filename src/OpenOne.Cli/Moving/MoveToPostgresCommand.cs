using System.CommandLine;
using System.Diagnostics;

namespace OpenOne.Cli.Moving;

/// <summary><c>openone move-to-postgres</c>: moves an installation from its file of SQLite to PostgreSQL.</summary>
/// <remarks>The server's own program does it, since it alone knows what it keeps; this finds it and passes on what it is told.</remarks>
internal static class MoveToPostgresCommand
{
    private const string Server = "OpenOne.BackOffice";

    /// <summary>What the server's program ends with when the database cannot be reached.</summary>
    private const int OutOfReach = 75;

    public static Command Create(Surroundings surroundings)
    {
        var from = new Option<string>("--data") { Description = "The data folder of the server, which is stopped", HelpName = "folder", Required = true };
        var to = new Option<string>("--to")
        {
            Description = "The connection string of a new, empty database; OPENONE_POSTGRES if not given, so that its password need not stand here",
            HelpName = "connection string",
            DefaultValueFactory = _ => surroundings.Variable("OPENONE_POSTGRES") ?? "",
        };
        var program = new Option<string>("--server-program")
        {
            Description = "The server's program",
            HelpName = "file",
            DefaultValueFactory = _ => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", Server, "release", $"{Server}.dll")),
        };
        var command = new Command(
            "move-to-postgres",
            "Moves everything of a server that is stopped from its file to PostgreSQL, in one transaction, and compares counts and hashes of "
            + "every table on both sides before it is committed. Servers do not start on the file any more afterwards.") { from, to, program };
        command.SetAction((parsed, cancellation) => RunAsync(
            surroundings, parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetRequiredValue(program), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string from, string to, string program, CancellationToken cancellation)
    {
        if (to.Length == 0)
        {
            return (int)surroundings.Complain(ExitCode.Usage, "Say where to: --to, or the variable OPENONE_POSTGRES.");
        }

        if (!File.Exists(program))
        {
            return (int)surroundings.Complain(ExitCode.Usage, $"There is no '{program}'. Say where the server's program is with --server-program.");
        }

        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", program, "move-to-postgres", $"--DataDirectory={Path.GetFullPath(from, surroundings.Directory)}", "--Logging:LogLevel:Default=Warning"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Storage__ConnectionString"] = to;
        using var server = Process.Start(start)!;
        await Task.WhenAll(
            PassOnAsync(server.StandardOutput, surroundings.Output, cancellation), PassOnAsync(server.StandardError, surroundings.Error, cancellation));
        await server.WaitForExitAsync(cancellation);
        return (int)(server.ExitCode switch
        {
            0 => ExitCode.Done,
            OutOfReach => ExitCode.Unreachable,
            _ => ExitCode.Usage,
        });
    }

    private static async Task PassOnAsync(StreamReader from, TextWriter to, CancellationToken cancellation)
    {
        while (await from.ReadLineAsync(cancellation) is { } line)
        {
            await to.WriteLineAsync(line);
        }
    }
}

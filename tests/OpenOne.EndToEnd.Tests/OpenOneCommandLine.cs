using OpenOne.Cli;

namespace OpenOne.EndToEnd.Tests;

/// <summary><c>openone</c> as a person types it, with the servers' programs that were built with these tests.</summary>
internal static class OpenOneCommandLine
{
    /// <summary>Where the programs are.</summary>
    public static string Programs => AppContext.BaseDirectory;

    public static async Task<(ExitCode Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(Stream.Null, output, error, Programs, _ => null, TimeProvider.System);
        var code = (ExitCode)await OpenOneCommand.RunAsync(arguments, surroundings);
        return (code, output.ToString(), error.ToString());
    }
}

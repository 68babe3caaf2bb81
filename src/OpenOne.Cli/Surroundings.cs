using Spectre.Console;

namespace OpenOne.Cli;

/// <summary>What a command reads and writes besides its arguments: a process's own, or those of a test.</summary>
/// <param name="Input">Standard input, as bytes: a closing is forwarded as it came.</param>
/// <param name="Output">Standard output: results, for people or for machines.</param>
/// <param name="Error">Standard error: progress and complaints, so that the output can be piped.</param>
/// <param name="Directory">The directory that relative paths start from.</param>
/// <param name="Variable">Reads an environment variable.</param>
internal sealed record Surroundings(
    Stream Input,
    TextWriter Output,
    TextWriter Error,
    string Directory,
    Func<string, string?> Variable,
    TimeProvider Clock)
{
    /// <summary>Columns of a table that is not shown in a terminal, where nobody can say how wide it is.</summary>
    private const int ColumnsWithoutTerminal = 140;

    /// <summary>Draws tables on standard output.</summary>
    public IAnsiConsole Tables { get; } = Draw(Output);

    /// <summary>Draws progress on standard error.</summary>
    public IAnsiConsole Progress { get; } = Draw(Error);

    /// <summary>The surroundings of a real process.</summary>
    public static Surroundings OfProcess() => new(
        Console.OpenStandardInput(),
        Console.Out,
        Console.Error,
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariable,
        TimeProvider.System);

    /// <summary>Says on standard error, in one sentence, why nothing was done.</summary>
    public ExitCode Complain(ExitCode code, string sentence)
    {
        Error.WriteLine(sentence);
        return code;
    }

    private static IAnsiConsole Draw(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        if (!output.IsTerminal)
        {
            console.Profile.Width = ColumnsWithoutTerminal;
        }

        return console;
    }
}

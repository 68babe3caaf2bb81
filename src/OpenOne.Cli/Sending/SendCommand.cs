using System.CommandLine;

namespace OpenOne.Cli.Sending;

/// <summary><c>openone send FILE...</c>: posts closings as a till would.</summary>
internal static class SendCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "A file with one closing or an array of closings, a directory of such files (*.json), "
                + "or - for standard input",
        };
        var options = new SendOptions();
        var command = new Command(
            "send", "Posts closings (Z-dagrapporter) to BackOffice and prints what became of each.");
        command.Arguments.Add(files);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var read = await ClosingFiles.ReadAsync(parsed.GetRequiredValue(files), surroundings, cancellation);
            return (int)(read switch
            {
                ClosingFiles.Unreadable unreadable => surroundings.Complain(ExitCode.Usage, unreadable.Sentence),
                ClosingFiles.Read(var documents) =>
                    await new Dispatch(options.Read(parsed), surroundings).RunAsync(documents, cancellation),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        });
        return command;
    }
}

using System.CommandLine;
using System.Text;
using System.Text.Json;
using OpenOne.Cli.Sending;

namespace OpenOne.Cli.CloseDay;

/// <summary><c>openone close-day</c>: plays a day at the till and posts its closing.</summary>
internal static class CloseDayCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var order = new OrderOptions(surroundings.Clock);
        var sending = new SendOptions();
        var output = new Option<string?>("--out")
        {
            Description = "Write the closing to a file instead of posting it",
            HelpName = "file",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the closing instead of posting it" };
        var command = new Command("close-day", "Makes one realistic closing, receipt by receipt, and posts it. "
            + "The same options give the same closing, byte for byte; another --seed gives another evening.");
        order.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(dryRun);
        sending.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var content = ClosingWriter.Write(Till.Play(order.Read(parsed)));
            if (parsed.GetValue(output) is { } file)
            {
                return (int)await SaveAsync(file, content, surroundings, cancellation);
            }

            if (parsed.GetValue(dryRun))
            {
                surroundings.Output.Write(Encoding.UTF8.GetString(content));
                return (int)ExitCode.Done;
            }

            var document = ClosingDocument.Read("close-day", JsonElement.Parse(content), content);
            return (int)await new Dispatch(sending.Read(parsed), surroundings).RunAsync([document], cancellation);
        });
        return command;
    }

    private static async Task<ExitCode> SaveAsync(
        string file, byte[] content, Surroundings surroundings, CancellationToken cancellation)
    {
        var path = Path.Combine(surroundings.Directory, file);
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellation);
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return surroundings.Complain(ExitCode.Usage, $"{path} cannot be written: {failure.Message}");
        }
    }
}

using OpenOne.Cli.BackOffice;
using Spectre.Console;

namespace OpenOne.Cli.Sending;

/// <summary>One run: finds the keys, posts the closings under a progress bar, waits if asked to, and reports.</summary>
internal sealed class Dispatch(SendOptions.Values options, Surroundings surroundings)
{
    /// <summary>Sends the closings and prints what became of them.</summary>
    public async Task<ExitCode> RunAsync(IReadOnlyList<ClosingDocument> documents, CancellationToken cancellation)
    {
        var keys = new ApiKeys(options, surroundings);
        var closings = new List<(ClosingDocument Document, string ApiKey)>();
        foreach (var document in documents)
        {
            if (keys.Of(document) is not { } key)
            {
                return surroundings.Complain(ExitCode.Usage, $"There is no API key for {document.Source}: give --api-key, or set {ApiKeys.Variable}.");
            }

            closings.Add((document, key));
        }

        using var http = BackOfficeApi.Connect(options.Server);
        var sender = new Sender(new BackOfficeApi(http, surroundings.Clock), options.Concurrency, surroundings.Clock);
        var sent = await WithProgressAsync(context => SendAsync(sender, closings, context, cancellation));
        var code = SentClosing.Judge(sent, waited: options.Wait is not null);
        if (options.Json)
        {
            ResultJson.Write(surroundings.Output, options.Server, sent, code);
        }
        else
        {
            ResultTable.Write(surroundings.Tables, sent);
        }

        return code;
    }

    private async Task<IReadOnlyList<SentClosing>> SendAsync(
        Sender sender, List<(ClosingDocument Document, string ApiKey)> closings, ProgressContext? progress, CancellationToken cancellation)
    {
        var sending = progress?.AddTask("Sent", maxValue: closings.Count);
        var sent = await sender.SendAsync(closings, _ => sending?.Increment(1), cancellation);
        if (options.Wait is not { } patience)
        {
            return sent;
        }

        var settling = progress?.AddTask("Settled", maxValue: sent.Count);
        settling?.Increment(sent.Count(closing => !closing.IsPending));
        return await sender.WatchAsync(sent, patience, closing => settling?.Increment(closing.IsPending ? 0 : 1), cancellation);
    }

    /// <summary>A bar is drawn for a person at a terminal; a log file or a pipe is spared it.</summary>
    private async Task<IReadOnlyList<SentClosing>> WithProgressAsync(Func<ProgressContext?, Task<IReadOnlyList<SentClosing>>> work) =>
        surroundings.Progress.Profile.Out.IsTerminal
            ? await surroundings.Progress.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
                .StartAsync(work)
            : await work(null);
}

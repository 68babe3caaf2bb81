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
        if (documents.FirstOrDefault(document => keys.Of(document) is null) is { } locked)
        {
            return surroundings.Complain(
                ExitCode.Usage, $"There is no API key for {locked.Source}: give --api-key, or set {ApiKeys.Variable}.");
        }

        var sent = await DeliverAsync([.. documents.Select(document => (document, keys.Of(document)!))], cancellation);
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

    /// <summary>Sends the closings, waits for them if asked to, and prints nothing but progress.</summary>
    public async Task<IReadOnlyList<SentClosing>> DeliverAsync(
        IReadOnlyList<(ClosingDocument Document, string ApiKey)> closings, CancellationToken cancellation)
    {
        using var http = BackOfficeApi.Connect(options.Server);
        var clock = surroundings.Clock;
        var sender = new Sender(new BackOfficeApi(http, clock), options.Concurrency, clock);

        // A bar is drawn for a person at a terminal; a log file or a pipe is spared it.
        return surroundings.Progress.Profile.Out.IsTerminal
            ? await surroundings.Progress.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                .StartAsync(progress => DeliverAsync(sender, closings, progress, cancellation))
            : await DeliverAsync(sender, closings, progress: null, cancellation);
    }

    private async Task<IReadOnlyList<SentClosing>> DeliverAsync(
        Sender sender,
        IReadOnlyList<(ClosingDocument Document, string ApiKey)> closings,
        ProgressContext? progress,
        CancellationToken cancellation)
    {
        var sending = progress?.AddTask("Sent", maxValue: closings.Count);
        var sent = await sender.SendAsync(closings, _ => sending?.Increment(1), cancellation);
        if (options.Wait is not { } patience)
        {
            return sent;
        }

        var settling = progress?.AddTask("Settled", maxValue: sent.Count);
        settling?.Increment(sent.Count(closing => !closing.IsPending));
        return await sender.WatchAsync(
            sent, patience, closing => settling?.Increment(closing.IsPending ? 0 : 1), cancellation);
    }
}

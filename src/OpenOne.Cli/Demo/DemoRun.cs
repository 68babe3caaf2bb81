using System.Text.Json;
using OpenOne.Cli.Pages;
using OpenOne.Cli.Sending;

namespace OpenOne.Cli.Demo;

/// <summary>The demo from two servers that were just started to six booked closings.</summary>
internal sealed class DemoRun(Uri backOffice, Uri sandbox, Surroundings surroundings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Signs in to the sandbox; her password is public, since it opens nothing but demo books.</summary>
    private static readonly SignIn Anna = new("anna@exempel.se", "sandbox");

    /// <param name="keysFile">Where BackOffice tells how to get in.</param>
    public async Task<ExitCode> RunAsync(string keysFile, bool json, CancellationToken cancellation)
    {
        Say("Waiting for BackOffice and the sandbox ...");
        if (await UnreadyAsync(cancellation) is { } why)
        {
            return surroundings.Complain(ExitCode.Unreachable, why);
        }

        DemoKeys keys;
        try
        {
            keys = await DemoKeys.ReadAsync(Path.Combine(surroundings.Directory, keysFile), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return surroundings.Complain(ExitCode.Usage, $"{keysFile} cannot be used: {failure.Message}");
        }

        try
        {
            await ConnectAsync(keys, cancellation);
        }
        catch (Exception failure) when (failure is LostException or HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return surroundings.Complain(ExitCode.Unreachable, $"The demo could not be set up. {failure.Message}");
        }

        return await BookAsync(keys, json, cancellation);
    }

    private async Task<string?> UnreadyAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient();
        foreach (var address in new[] { new Uri(sandbox, "__sandbox/ledger"), new Uri(backOffice, "health/ready") })
        {
            var answer = await Readiness.WaitAsync(http, address, Patience, surroundings.Clock, cancellation);
            if (answer is not null)
            {
                return $"{address} is not ready after {Patience.TotalSeconds:0} s. {answer}";
            }
        }

        return null;
    }

    private async Task ConnectAsync(DemoKeys keys, CancellationToken cancellation)
    {
        using var walker = new PageWalker();
        var guide = new GuideWalk(walker, backOffice, keys.SignIn, Anna);
        await guide.SignInAsync(cancellation);
        foreach (var company in keys.Companies)
        {
            if (DemoClosings.FirstDateOf(company) is { } accountingFrom)
            {
                Say($"Authorising {company.Name} ...");
                await guide.ConnectAsync(company, accountingFrom, cancellation);
            }
        }
    }

    private async Task<ExitCode> BookAsync(DemoKeys keys, bool json, CancellationToken cancellation)
    {
        Say("Posting the closings ...");
        var closings = DemoClosings.All.Select(closing => (Document: closing, ApiKey: keys.ApiKeyOf(closing))).ToList();

        // One at a time: so the vouchers are numbered in the order of the evenings.
        var options = new SendOptions.Values(backOffice, ApiKey: null, Wait: Patience, json, Concurrency: 1);
        var sent = await new Dispatch(options, surroundings).DeliverAsync(closings, cancellation);
        var missing = sent.Where(closing => closing.Status is not { IsBooked: true }).ToList();
        var code = missing is [] ? ExitCode.Done : SentClosing.Judge(sent, waited: true) switch
        {
            // Skipped is nothing to complain of elsewhere; here each closing must be seen in the books.
            ExitCode.Done => ExitCode.NotBooked,
            var other => other,
        };
        var demo = new DemoFile(Text(backOffice), Text(sandbox), keys.SignIn, keys.Companies);
        if (code is ExitCode.Done)
        {
            demo.Write(surroundings.Directory);
        }

        if (json)
        {
            ResultJson.Write(surroundings.Output, backOffice, sent, code, demo);
        }
        else
        {
            ResultTable.Write(surroundings.Tables, sent);
            WriteWayIn(demo);
        }

        return missing is [] ? code : surroundings.Complain(
            code,
            $"{missing.Count} of {sent.Count} closings are not booked: "
            + string.Join(", ", missing.Select(closing => $"{closing.Document.Name} is {closing.State}")) + ".");
    }

    private void WriteWayIn(DemoFile demo)
    {
        var server = backOffice == AddressOption.BackOffice ? "" : $" --server {demo.BackOffice}";
        surroundings.Output.WriteLine($"""

            BackOffice   {demo.BackOffice}   sign in as {demo.SignIn.Email} with the password {demo.SignIn.Password}
            Sandbox      {demo.Sandbox}   sign in as {Anna.Email} with the password {Anna.Password}

            One more closing:   dotnet run --project src/OpenOne.Cli -- close-day --wait{server}
            """);
    }

    private void Say(string sentence) => surroundings.Error.WriteLine(sentence);

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}

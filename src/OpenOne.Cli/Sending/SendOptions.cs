using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OpenOne.Cli.Sending;

/// <summary>The options of every command that posts closings, and their values once read.</summary>
internal sealed class SendOptions
{
    /// <summary>Seconds that <c>--wait</c> alone means.</summary>
    private const int DefaultWaitSeconds = 60;

    private readonly Option<Uri> _server =
        AddressOption.Create("--server", "Address of BackOffice", AddressOption.BackOffice);

    private readonly Option<string?> _apiKey = new("--api-key")
    {
        Description = "API key of the company; otherwise the variable OPENONE_API_KEY, "
            + "or the key that ./run.sh left in artifacts/demo.json for the closing's organisation number",
        HelpName = "key",
    };

    private readonly Option<TimeSpan?> _wait = new("--wait")
    {
        Description = "Wait until each closing is booked, held, rejected or skipped; "
            + $"{DefaultWaitSeconds} seconds if no number is given",
        HelpName = "seconds",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = ReadWait,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print one JSON document, and nothing else, on standard output",
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "How many closings are on their way at the same time, 1 to 64",
        HelpName = "number",
        DefaultValueFactory = _ => 4,
    };

    /// <summary>What was asked for.</summary>
    /// <param name="Wait">How long to wait for a final state; <c>null</c> for not at all.</param>
    public sealed record Values(Uri Server, string? ApiKey, TimeSpan? Wait, bool Json, int Concurrency);

    public void AddTo(Command command)
    {
        _concurrency.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 64)
            {
                result.AddError("--concurrency is a number from 1 to 64.");
            }
        });
        command.Options.Add(_server);
        command.Options.Add(_apiKey);
        command.Options.Add(_wait);
        command.Options.Add(_json);
        command.Options.Add(_concurrency);
    }

    public Values Read(ParseResult parsed) => new(
        parsed.GetValue(_server)!,
        parsed.GetValue(_apiKey),
        parsed.GetValue(_wait),
        parsed.GetValue(_json),
        parsed.GetValue(_concurrency));

    private static TimeSpan? ReadWait(ArgumentResult argument)
    {
        if (argument.Tokens is [])
        {
            return TimeSpan.FromSeconds(DefaultWaitSeconds);
        }

        var text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        argument.AddError(
            $"'{text}' is not a number of seconds. Put --wait after the files, or write --wait={DefaultWaitSeconds}.");
        return null;
    }
}

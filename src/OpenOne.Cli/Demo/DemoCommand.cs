using System.CommandLine;

namespace OpenOne.Cli.Demo;

/// <summary><c>openone demo</c>: what <c>./run.sh</c> does once both servers have been started.</summary>
internal static class DemoCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var server = AddressOption.Create("--server", "Address of BackOffice", AddressOption.BackOffice);
        var sandbox = AddressOption.Create("--sandbox", "Address of the Spiris sandbox", AddressOption.Sandbox);
        var keys = new Option<string>("--keys")
        {
            Description = "The file demo-keys.json in BackOffice's data directory",
            HelpName = "file",
            Required = true,
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON document, and nothing else, on standard output",
        };
        var command = new Command(
            "demo",
            "Connects the demo companies to the sandbox through the pages of both, as the guide says, posts the demo "
            + "closings and waits until they are booked. Writes artifacts/demo.json.") { server, sandbox, keys, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var run = new DemoRun(parsed.GetRequiredValue(server), parsed.GetRequiredValue(sandbox), surroundings);
            return (int)await run.RunAsync(parsed.GetRequiredValue(keys), parsed.GetValue(json), cancellation);
        });
        return command;
    }
}

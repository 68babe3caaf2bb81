using System.CommandLine;
using System.Text.RegularExpressions;

namespace OpenOne.Cli.ClusterDemo;

/// <summary><c>openone cluster-demo</c>: several servers on this machine that may be killed and frozen.</summary>
internal static partial class ClusterDemoCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var nodes = new Option<int>("--nodes") { Description = "How many servers", DefaultValueFactory = _ => 3 };
        var companies = new Option<int>("--companies") { Description = "How many companies", DefaultValueFactory = _ => 200 };
        var evenings = new Option<int>("--evenings") { Description = "How many closings each company hands over", DefaultValueFactory = _ => 10 };
        var programs = new Option<string>("--programs")
        {
            Description = "The folder that the servers were built into",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..")),
        };
        var script = new Option<string?>("--script")
        {
            Description = "Instead of a keyboard: after how many seconds which key, such as \"5k 20f\" (k kills, f freezes for 12 s, n starts one more, q ends)",
            HelpName = "steps",
        };
        script.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } steps && !Steps().IsMatch(steps))
            {
                result.AddError("A script is steps such as 5k 20f 40n 60q.");
            }
        });
        Between(nodes, 1, 20);
        Between(companies, 1, 500);
        Between(evenings, 1, 300);
        var command = new Command(
            "cluster-demo",
            "Starts one PostgreSQL, the sandbox and several servers on this machine, has the companies close evening after evening, and shows "
            + "live who runs what. Kill or freeze a server and watch its work move; in the end the books are counted.")
        { nodes, companies, evenings, programs, script };
        command.SetAction(async (parsed, cancellation) =>
        {
            var order = new ClusterDemoOrder(
                Path.GetFullPath(parsed.GetRequiredValue(programs), surroundings.Directory), parsed.GetValue(nodes),
                parsed.GetValue(companies), parsed.GetValue(evenings), parsed.GetValue(script));
            return (int)await new ClusterDemoRun(order, surroundings).RunAsync(cancellation);
        });
        return command;
    }

    private static void Between(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        var value = result.GetValueOrDefault<int>();
        if (value < least || value > most)
        {
            result.AddError($"{option.Name} is from {least} to {most}.");
        }
    });

    [GeneratedRegex(@"^\d+[kfnq]( \d+[kfnq])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();
}

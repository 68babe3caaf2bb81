using System.Diagnostics;
using System.Globalization;

namespace OpenOne.Sie.Tests.Fuzzing;

/// <summary>Files that afl-fuzz makes, guided by which branches of the reader they reach. See README.md for longer runs.</summary>
public sealed class GuidedTests
{
    private const int Budget = 25_000;

    [Fact]
    public async Task Nothing_that_is_found_by_looking_for_new_branches_breaks_what_is_promised()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var script = Path.Combine(Root(), "tests", "OpenOne.Sie.Fuzz", "fuzz.sh");
        string[] arguments = [script, "--no-build", "--executions", Budget.ToString(CultureInfo.InvariantCulture)];
        using var fuzzing = Process.Start(
            new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = fuzzing.StandardOutput.ReadToEndAsync(cancellation);
        var errors = fuzzing.StandardError.ReadToEndAsync(cancellation);
        await fuzzing.WaitForExitAsync(cancellation);

        var told = await output + await errors;
        fuzzing.ExitCode.ShouldBe(0, told);

        // A fuzzer that is blind finds nothing either: it must have seen branches, and files that reach new ones.
        Told(told, "execs_done").ShouldBeGreaterThanOrEqualTo(Budget);
        Told(told, "edges_found").ShouldBeGreaterThan(1500);
        Told(told, "corpus_found").ShouldBeGreaterThan(50);
    }

    private static int Told(string output, string figure) => int.Parse(
        output.Split('\n').First(line => line.StartsWith(figure, StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenOne.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above these tests holds OpenOne.slnx.");
        }

        return folder;
    }
}

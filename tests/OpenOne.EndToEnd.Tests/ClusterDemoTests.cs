using System.Text.RegularExpressions;
using OpenOne.Cli;
using Shouldly;
using Xunit;

namespace OpenOne.EndToEnd.Tests;

/// <summary>The demonstration of several servers, as the README starts it: a server is killed, and the screen alone tells what became
/// of its work.</summary>
public sealed class ClusterDemoTests
{
    [Fact]
    public async Task A_server_is_killed_and_in_the_end_every_closing_stands_once_in_the_books()
    {
        var (code, output, error) = await OpenOneCommandLine.RunAsync(
            "cluster-demo", "--nodes", "2", "--companies", "3", "--evenings", "6", "--script", "1k", "--programs", OpenOneCommandLine.Programs);

        code.ShouldBe(ExitCode.Done, output + error);
        output.ShouldContain("was killed");
        output.ShouldContain("ended with code 137; node3 was started in its place");
        output.ShouldContain("18 closings were acknowledged. 18 vouchers stand in the books: 0 twice, 0 companies out of order.");
    }

    [Fact]
    public async Task One_server_is_killed_and_another_frozen_at_the_same_moment_and_every_closing_stands_once_in_the_books()
    {
        var (code, output, error) = await OpenOneCommandLine.RunAsync(
            "cluster-demo", "--nodes", "3", "--companies", "3", "--evenings", "6", "--script", "1k 1f", "--programs", OpenOneCommandLine.Programs);

        code.ShouldBe(ExitCode.Done, output + error);
        (WhoWas("killed", output).Length, WhoWas("frozen", output).Length).ShouldBe((5, 5), output);
        WhoWas("frozen", output).ShouldNotBe(WhoWas("killed", output));
        output.ShouldContain("18 closings were acknowledged. 18 vouchers stand in the books: 0 twice, 0 companies out of order.");
    }

    [Fact]
    public async Task What_cannot_be_is_told()
    {
        (await OpenOneCommandLine.RunAsync("cluster-demo", "--programs", Path.GetTempPath())).Error.ShouldContain("Build it first");
        (await OpenOneCommandLine.RunAsync("cluster-demo", "--script", "now")).Code.ShouldBe(ExitCode.Usage);
        (await OpenOneCommandLine.RunAsync("cluster-demo", "--nodes", "0")).Code.ShouldBe(ExitCode.Usage);
    }

    private static string WhoWas(string what, string output) =>
        Regex.Match(output, $@"node\d+(?= was {what})", RegexOptions.None, TimeSpan.FromSeconds(5)).Value;
}

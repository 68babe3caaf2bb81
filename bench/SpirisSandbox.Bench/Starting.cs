using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SpirisSandbox.Bench;

/// <summary>
/// How long the first sandbox of a process takes to start, beside a bare Kestrel as the first of a process of its own.
/// </summary>
/// <remarks>
/// Every start is measured in a fresh process, since all later ones of a process find their code compiled. The two
/// kinds take turns, so that both meet the machine in the same state.
/// </remarks>
internal static class Starting
{
    /// <summary>The argument that makes a process one measurement.</summary>
    public const string Once = "--start-once";

    private const string Sandbox = "sandbox";
    private const string Bare = "bare";

    /// <summary>Starts both kinds in turn and compares their medians.</summary>
    public static async Task<bool> MeasureAsync(int rounds)
    {
        List<Start> sandboxes = [], bares = [];
        for (var round = 0; round < rounds; round++)
        {
            sandboxes.Add(await InFreshProcessAsync(Sandbox));
            bares.Add(await InFreshProcessAsync(Bare));
        }

        var (sandbox, bare) = (Median(sandboxes, start => start.First), Median(bares, start => start.First));
        Console.WriteLine($"Start on a free port, {rounds} fresh processes of each kind, median (least):");
        Console.WriteLine($"  sandbox {sandbox:0} ms ({sandboxes.Min(start => start.First):0})   "
            + $"bare Kestrel {bare:0} ms ({bares.Min(start => start.First):0})   ratio {sandbox / bare:0.0}");
        Console.WriteLine($"  second sandbox of the process {Median(sandboxes, start => start.Second):0} ms");
        return sandboxes.Count == rounds;
    }

    /// <summary>One measurement: starts a server of the kind twice and writes both times, in milliseconds.</summary>
    public static async Task MeasureOnceAsync(string kind)
    {
        Func<Task<IAsyncDisposable>> start = kind == Sandbox ? StartSandboxAsync : StartBareAsync;
        var (first, second) = (await TimeAsync(start), await TimeAsync(start));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} {second}"));
    }

    private static async Task<double> TimeAsync(Func<Task<IAsyncDisposable>> start)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var server = await start();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<IAsyncDisposable> StartSandboxAsync() => await SpirisSandbox.Sandbox.StartAsync();

    private static async Task<IAsyncDisposable> StartBareAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(_ => Task.CompletedTask);
        await app.StartAsync();
        return app;
    }

    private static async Task<Start> InFreshProcessAsync(string kind)
    {
        var measurement = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            measurement.ArgumentList.Add(typeof(Starting).Assembly.Location);
        }

        measurement.ArgumentList.Add(Once);
        measurement.ArgumentList.Add(kind);
        using var process = Process.Start(measurement)!;
        var times = (await process.StandardOutput.ReadToEndAsync()).Split(' ');
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new Start(Milliseconds(times[0]), Milliseconds(times[1]))
            : throw new InvalidOperationException($"The measurement of {kind} ended with {process.ExitCode}.");
    }

    private static double Milliseconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<Start> starts, Func<Start, double> time) =>
        starts.Select(time).Order().ElementAt(starts.Count() / 2);

    /// <summary>The first and the second start of one process, in milliseconds.</summary>
    private sealed record Start(double First, double Second);
}

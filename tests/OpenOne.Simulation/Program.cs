using System.Diagnostics;
using System.Globalization;
using OpenOne.Simulation.Running;

// dotnet run -c Release --project tests/OpenOne.Simulation -- [--first SEED] [--seeds N] [--closings N]
var first = Number("--first", 1);
var seeds = Number("--seeds", 1000);
var closings = Number("--closings", 0);

var watch = Stopwatch.StartNew();
long ran = 0, closed = 0, requests = 0, events = 0, refusals = 0;
var failed = 0;
for (var seed = first; closings > 0 ? closed < closings : seed < first + seeds; seed++)
{
    var result = Simulation.Run((ulong)seed);
    (ran, closed, requests, events) = (ran + 1, closed + result.Closings, requests + result.Requests, events + result.Events);
    refusals += result.Refusals;
    if (args.Contains("--tell"))
    {
        Console.WriteLine(Scenario.Draw((ulong)seed));
        foreach (var entry in result.Ledger.All)
        {
            Console.WriteLine($"  {entry.Number} {entry.Text} at {TimeSpan.FromTicks(entry.CreatedAt)}, changed {TimeSpan.FromTicks(entry.ModifiedAt)}");
        }
    }

    if (result.Failures.Count > 0)
    {
        failed++;
        Console.WriteLine($"seed {seed}:");
        foreach (var failure in result.Failures)
        {
            Console.WriteLine($"  {failure}");
        }
    }
}

var cpu = Process.GetCurrentProcess().TotalProcessorTime;
var perHour = closed / cpu.TotalHours / 365;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{ran} seeds, {closed} closings, {events} events, {requests} requests, {refusals} refusals in {watch.Elapsed:hh\\:mm\\:ss}: {failed} failed; {perHour:0} company-years per CPU-hour"));
return failed == 0 ? 0 : 1;

long Number(string option, long otherwise)
{
    var place = Array.IndexOf(args, option);
    return place < 0 ? otherwise : long.Parse(args[place + 1], CultureInfo.InvariantCulture);
}

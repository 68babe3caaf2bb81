using System.Globalization;
using OpenOne.Simulation.Running;

namespace OpenOne.Bench.Delivery;

/// <summary>How well a backlog uses the quota of the real Spiris: the real lanes, in a simulation whose time is exact.</summary>
internal static class VirtualDrain
{
    private const int Quota = 600;

    /// <summary>Drains a backlog, and prints it beside the ideal schedule.</summary>
    /// <returns>Whether everything is in the books once and as it should be.</returns>
    public static bool Run(int companies, int closings)
    {
        var result = Simulation.Running.Simulation.Run(new Scenario
        {
            Seed = 7,
            Companies = companies,
            Closings = closings,
            Lanes = 16,
            RequestsPerMinute = Quota,
            InOrder = true,
            Troubled = TimeSpan.Zero,
            Patience = TimeSpan.FromDays(9),
        });

        // Nobody can do better than one call a closing: 600 in the first moment, and 600 more each time a minute has passed.
        var ideal = TimeSpan.FromMinutes((result.Closings - 1) / Quota);
        var ofTheseCalls = TimeSpan.FromMinutes((result.Requests - 1) / Quota);
        Console.WriteLine("| companies | closings | of the quota | of the ideal | calls a closing | 429 | minutes | ideal minutes |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {companies} | {result.Closings} | {100 * (ofTheseCalls / result.Sending):0.0} % | {100 * (ideal / result.Sending):0.0} % "
            + $"| {result.Requests / (double)result.Closings:0.000} | {result.Refusals} | {result.Sending.TotalMinutes:0.00} | {ideal.TotalMinutes:0} |"));
        foreach (var failure in result.Failures)
        {
            Console.Error.WriteLine(failure);
        }

        return result.Failures.Count == 0;
    }
}

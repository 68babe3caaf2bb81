using System.Diagnostics;
using System.Globalization;

namespace OpenOne.Bench.Delivery;

/// <summary>How long a closing takes into the books when nothing else is going on.</summary>
internal static class IdleLatency
{
    private const int WarmUp = 20;

    /// <summary>Measures so many closings, each beside the floor, and prints a table.</summary>
    public static async Task RunAsync(int closings)
    {
        await using var restaurants = await Restaurants.StartAsync();
        await using var floor = await PhysicalFloor.StartAsync();
        var (booked, bare) = (new List<double>(), new List<double>());
        for (var i = 1; i <= WarmUp + closings; i++)
        {
            await restaurants.SubmitAsync(Restaurants.Evenings[i % Restaurants.Evenings.Count], 1_000_000 + i);
            var acknowledged = Stopwatch.GetTimestamp();
            await restaurants.BookedAsync(i);
            booked.Add(Stopwatch.GetElapsedTime(acknowledged).TotalMilliseconds);

            var began = Stopwatch.GetTimestamp();
            await floor.RunAsync();
            bare.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var (ours, theirs) = (Measured(booked), Measured(bare));
        Console.WriteLine($"| {closings} closings | p50 ms | p99 ms |");
        Console.WriteLine("|---|---:|---:|");
        Console.WriteLine(Row("ratio", "0.00", At(ours, 50) / At(theirs, 50), At(ours, 99) / At(theirs, 99)));
        Console.WriteLine(Row("from the acknowledgement to booked", "0.0", At(ours, 50), At(ours, 99)));
        Console.WriteLine(Row("floor: two commits and a bare POST", "0.0", At(theirs, 50), At(theirs, 99)));
    }

    private static List<double> Measured(List<double> times) => [.. times.Skip(WarmUp).Order()];

    private static double At(List<double> sorted, int percent) => sorted[sorted.Count * percent / 100];

    private static string Row(string name, string format, params double[] values) =>
        $"| {name} | {string.Join(" | ", values.Select(value => value.ToString(format, CultureInfo.InvariantCulture)))} |";
}

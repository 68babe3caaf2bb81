using System.Diagnostics;

namespace OpenOne.Sie.Bench;

/// <summary>What something took, in seconds: by the clock, and of this process' time on a processor.</summary>
/// <remarks>The clock also counts what the machine does for others meanwhile; the processor's time does so far less.</remarks>
internal readonly record struct Spent(double Clock, double Processor)
{
    /// <summary>Measures.</summary>
    public static Spent By(Action action)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        action();
        return new(Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }
}

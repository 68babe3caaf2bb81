using SpirisSandbox.SharedChecks.Comparing;

namespace SpirisSandbox.SharedChecks;

/// <summary>A difference from the published documents that we know of, and why it is so.</summary>
public sealed record Deviation(string Where, Difference Difference, string Reason);

/// <summary>Every difference between the sandbox and the published documents.</summary>
public static class Deviations
{
    public static IReadOnlyList<Deviation> All { get; } = [];
}

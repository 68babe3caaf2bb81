using System.Text.Json;

namespace OpenOne.Cli.BackOffice;

/// <summary>What BackOffice says of whether a company's closings can be sent.</summary>
/// <param name="IsReady">Nothing is blocked, and nothing waits for a check.</param>
/// <param name="IsBeingChecked">A check is on its way.</param>
/// <param name="CheckedAt">When the accounting system was last asked, as the server writes it.</param>
/// <param name="Points">Everything that was looked at.</param>
/// <param name="Json">The answer as it came, for machines.</param>
internal sealed record ReadinessStatus(
    bool IsReady, bool IsBeingChecked, string? CheckedAt, string? Problem, IReadOnlyList<ReadinessPoint> Points, JsonElement Json)
{
    /// <summary>Reads an answer; <c>null</c> for a body that does not say whether, and so is not BackOffice's.</summary>
    public static ReadinessStatus? Read(JsonElement body) =>
        body.Member("ready") is { ValueKind: JsonValueKind.True or JsonValueKind.False } ready
            ? new ReadinessStatus(
                ready.GetBoolean(),
                body.Member("beingChecked") is { ValueKind: JsonValueKind.True },
                body.Text("checkedAt"),
                body.Text("problem"),
                [.. body.Items("points").Select(ReadinessPoint.Read)],
                body)
            : null;
}

/// <summary>One point of a check.</summary>
/// <param name="Status">ok, warning or blocked.</param>
internal sealed record ReadinessPoint(string? Code, string? Status, string? Title, string? Message, string? Remedy, string? Path)
{
    public static ReadinessPoint Read(JsonElement point) => new(
        point.Text("code"), point.Text("status"), point.Text("title"), point.Text("message"), point.Text("remedy"), point.Text("path"));
}

/// <summary>What came of asking whether a company is ready.</summary>
internal abstract record ReadinessLookup
{
    private ReadinessLookup()
    {
    }

    /// <summary>BackOffice told.</summary>
    public sealed record Found(ReadinessStatus Status) : ReadinessLookup;

    /// <summary>It will not tell, and asking again does not help (4xx).</summary>
    public sealed record Refused(Problem Problem) : ReadinessLookup;

    /// <summary>It could not tell now; asking again may help.</summary>
    public sealed record Unavailable(string Reason) : ReadinessLookup;
}

using System.Diagnostics;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Pages.Readiness;

/// <summary>How each status of a point looks: its colour and its icon. Its word is a text.</summary>
public static class ReadinessStatuses
{
    /// <summary>The tone of status.css, which is the icon's name too.</summary>
    public static string Tone(ReadinessStatus status) => status switch
    {
        ReadinessStatus.Ok => "booked",
        ReadinessStatus.Warning => "needs-you",
        ReadinessStatus.Blocked => "stopped",
        _ => throw new UnreachableException($"No tone for {status}."),
    };
}

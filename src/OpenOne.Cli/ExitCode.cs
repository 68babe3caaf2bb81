namespace OpenOne.Cli;

/// <summary>What the process tells whoever started it. Part of its contract: scripts branch on it.</summary>
/// <remarks>
/// When several closings end differently, the first that applies of <see cref="Unreachable"/>, <see cref="Refused"/>
/// and <see cref="NotBooked"/> is told: a run that was cut short is not yet judged.
/// </remarks>
internal enum ExitCode
{
    /// <summary>Everything that was asked for happened.</summary>
    Done = 0,

    /// <summary>The command line, a file or a setting is wrong; nothing was sent.</summary>
    Usage = 1,

    /// <summary>At least one document was refused (4xx). Sending it again unchanged will be refused again. Of a
    /// SIE file: it has errors.</summary>
    Refused = 2,

    /// <summary>The server could not be reached or failed (5xx). Sending the same again is safe.</summary>
    Unreachable = 3,

    /// <summary>Everything was accepted, but not everything that was waited for is booked; or the company is not ready to send.</summary>
    NotBooked = 4,
}

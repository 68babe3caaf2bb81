namespace SpirisSandbox.Faults;

/// <summary>What faults did to one request, for the journal.</summary>
internal sealed class StruckFaults
{
    public List<string> Names { get; } = [];

    public bool CutTheConnection { get; set; }
}

/// <summary>Tells lists to leave out what was made at or after a moment.</summary>
public sealed record HiddenRecords(DateTimeOffset Since);

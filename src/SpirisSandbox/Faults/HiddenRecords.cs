namespace SpirisSandbox.Faults;

/// <summary>Tells lists to leave out what was made at or after a moment.</summary>
public sealed record HiddenRecords(DateTimeOffset Since);

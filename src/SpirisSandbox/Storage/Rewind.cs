using System.Text.Json;
using SpirisSandbox.Api;
using SpirisSandbox.Clock;
using SpirisSandbox.Control;
using SpirisSandbox.Faults;
using SpirisSandbox.State;

namespace SpirisSandbox.Storage;

/// <summary>
/// All that the sandbox remembers of its service: users, companies, books and their numbering, grants and tokens.
/// </summary>
/// <remarks>
/// Not in it: faults, journal and the clock's offset, which belong to the test and not to the service, and the
/// addresses of temporary files. It is the same in another sandbox, and as JSON.
/// </remarks>
public sealed record Snapshot(IReadOnlyList<StoredRecord> Records);

/// <summary>Takes a sandbox back: to a snapshot, or to its beginning.</summary>
public sealed class Rewind(
    SandboxState state, RequestJournal journal, WaitingFaults faults, RateLimit rateLimit, SandboxClock clock)
{
    /// <summary>What the sandbox remembers now. No voucher is in it by half, whoever is posting.</summary>
    public Snapshot Take() => new(StoredState.Of(state));

    /// <summary>Puts a snapshot in the place of everything. What waits to go wrong goes on waiting.</summary>
    /// <exception cref="JsonException">A record is not what its kind says; nothing was changed.</exception>
    public void To(Snapshot snapshot) => state.Replace(snapshot.Records);

    /// <summary>Leaves the demo data and nothing else: no fault, no journal, no offset, no count of requests.</summary>
    public void ToTheBeginning()
    {
        state.Reset();
        journal.Clear();
        faults.Clear();
        rateLimit.Clear();
        clock.Offset = TimeSpan.Zero;
    }
}

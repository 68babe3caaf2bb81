using System.Collections.Concurrent;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Which lanes this process knows without a gap: those it held last, with nobody in between.</summary>
/// <remarks>
/// A database can be put back to an older copy, and then it has forgotten vouchers that stand in Spiris. No mark inside the
/// database shows that. So a process trusts the database about a company only as far as it has itself seen every claim of that
/// company's lane; otherwise it looks at the books before it sends anything there. Epochs count both claims and releases, so a
/// copy made at any moment leaves a gap (ADR 5).
/// </remarks>
public sealed class LaneMemory
{
    private readonly ConcurrentDictionary<Guid, long> _epochs = new();

    /// <summary>Whether a claim follows on what this process released last.</summary>
    public bool Trusts(Guid companyId, LaneClaim claim) =>
        _epochs.TryGetValue(companyId, out var released) && claim.Epoch == released + 1;

    /// <summary>The lane was released at this epoch, and everything about it is known.</summary>
    public void Remember(Guid companyId, long released) => _epochs[companyId] = released;

    /// <summary>Something happened to the lane that this process has not seen.</summary>
    public void Forget(Guid companyId) => _epochs.TryRemove(companyId, out _);
}

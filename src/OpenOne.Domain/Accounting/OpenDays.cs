using System.Collections.Immutable;

namespace OpenOne.Domain.Accounting;

/// <summary>The days on which a company's books take vouchers: within a fiscal year, and neither that nor the period locked.</summary>
/// <param name="LockedThrough">The last day that is locked for accounting; <see langword="null"/> when none is.</param>
/// <param name="Years">The fiscal years that have been set up.</param>
public sealed record OpenDays(DateOnly? LockedThrough, ImmutableArray<OpenDays.Year> Years)
{
    /// <summary>A fiscal year (räkenskapsår).</summary>
    /// <param name="First">Its first day.</param>
    /// <param name="Last">Its last day.</param>
    /// <param name="IsLocked">Whether nothing can be booked in it any more.</param>
    public sealed record Year(DateOnly First, DateOnly Last, bool IsLocked);

    /// <summary>Whether a voucher can be dated on a day.</summary>
    public bool IsOpen(DateOnly day) => FirstFrom(day) == day;

    /// <summary>The day on which a correction of a day is dated: that day while it is open, else the first open one after it.</summary>
    /// <returns><see langword="null"/> when no later day is open.</returns>
    /// <remarks>Source: bokföringslagen 5 kap 5 §, BFNAR 2013:2 punkt 2.17: what is found after its period is finished is corrected in
    /// the period in which it is found.</remarks>
    public DateOnly? FirstFrom(DateOnly day)
    {
        var unlocked = LockedThrough is { } locked && locked >= day ? locked.AddDays(1) : day;
        return Years.Where(year => !year.IsLocked && year.Last >= unlocked)
            .OrderBy(year => year.First)
            .Select(year => (DateOnly?)(year.First > unlocked ? year.First : unlocked))
            .FirstOrDefault();
    }
}

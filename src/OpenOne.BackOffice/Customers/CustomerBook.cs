namespace OpenOne.BackOffice.Customers;

/// <summary>How far the customers of one company have been read from Spiris.</summary>
public sealed class CustomerBook
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Up to when, by Spiris' clock, every change has been read; <see langword="null"/> before the first reading.</summary>
    public DateTimeOffset? ReadUntil { get; private set; }

    /// <summary>When that was, by our clock: how fresh the customers are.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When the whole list was last read, which alone shows what has been deleted.</summary>
    public DateTimeOffset? WholeReadAt { get; private set; }

    /// <summary>The stamp of the latest change here.</summary>
    public DateTimeOffset Stamp { get; private set; }

    /// <summary>What kept us from reading, if anything did.</summary>
    public string? Problem { get; private set; }

    /// <summary>When to read next, by our clock.</summary>
    public DateTimeOffset NextReadAt { get; private set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Counts every change, so that of two readings at once neither undoes the other.</summary>
    public int Revision { get; private set; }

    /// <summary>A stamp that is later than every one before, whatever the clock says.</summary>
    public DateTimeOffset NextStamp(DateTimeOffset now)
    {
        var earliest = Stamp.AddMilliseconds(1);
        Stamp = DateTimeOffset.FromUnixTimeMilliseconds((now > earliest ? now : earliest).ToUnixTimeMilliseconds());
        Revision++;
        return Stamp;
    }

    /// <summary>A reading has come through and is taken in.</summary>
    public void HaveRead(DateTimeOffset until, bool whole, DateTimeOffset now, TimeSpan pause)
    {
        ReadUntil = ReadUntil > until ? ReadUntil : until;
        WholeReadAt = whole ? now : WholeReadAt;
        (ReadAt, Problem, Failures, NextReadAt) = (now, null, 0, now + pause);
        Revision++;
    }

    /// <summary>A reading has not come through.</summary>
    public void HaveFailed(string problem, DateTimeOffset nextReadAt)
    {
        (Problem, NextReadAt) = (problem, nextReadAt);
        Failures++;
        Revision++;
    }

    /// <summary>Somebody is reading: others leave it alone until then.</summary>
    public void BeginReading(DateTimeOffset until)
    {
        NextReadAt = until;
        Revision++;
    }
}

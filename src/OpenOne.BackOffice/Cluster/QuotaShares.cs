namespace OpenOne.BackOffice.Cluster;

/// <summary>Divides one quota between servers: each may have so many requests in any window, and all of them together never more
/// than the quota.</summary>
/// <remarks>
/// <para>Those who wait share equally what those who do not wait leave. A server that is to have less uses no more at once, but what
/// it used within the last window still counts as its own until that is over. So whatever is handed on has been free for a whole
/// window, and no window of the server at the other end can hold more than the quota, wherever it begins.</para>
/// <para>A server that has not been heard of for a while may have used all it had until then: it stays its own for that while and
/// one window more.</para>
/// </remarks>
/// <param name="permits">The quota.</param>
/// <param name="lease">For how long a server may use what it has without being heard of.</param>
/// <param name="window">The window of the quota.</param>
internal sealed class QuotaShares(int permits, TimeSpan lease, TimeSpan window)
{
    /// <summary>What a server that does not wait keeps beside what it uses, so that it need not ask for its first request.</summary>
    private const int Reserve = 5;

    private readonly SortedDictionary<string, Share> _shares = new(StringComparer.Ordinal);

    /// <summary>What every server holds.</summary>
    public IEnumerable<(string Node, int Held)> Held => _shares.Select(share => (share.Key, share.Value.Held));

    /// <summary>Takes in what a server is known to have held some time ago, by an earlier one of these.</summary>
    /// <param name="age">How long ago.</param>
    /// <param name="now">Any clock that runs on.</param>
    public void Remember(string node, int held, TimeSpan age, TimeSpan now) =>
        _shares[node] = new Share(held, held, 0, now - age);

    /// <summary>A server says what it has, and is told what it may have.</summary>
    /// <param name="node">Which.</param>
    /// <param name="report">What it says.</param>
    /// <param name="now">Any clock that runs on.</param>
    /// <returns>How many requests any window of it may hold from now on.</returns>
    public int Exchange(string node, QuotaReport report, TimeSpan now)
    {
        _shares[node] = new Share(report.Held, report.Used, report.Waiting, now);
        foreach (var gone in _shares.Where(share => now - share.Value.SeenAt > lease + window).Select(share => share.Key).ToList())
        {
            _shares.Remove(gone);
        }

        var wanted = Wanted(node, now);
        if (wanted <= report.Held)
        {
            return wanted;
        }

        var free = permits - _shares.Sum(share => share.Value.Held);
        var held = report.Held + Math.Clamp(free, 0, wanted - report.Held);
        _shares[node] = _shares[node] with { Held = held };
        return held;
    }

    /// <summary>What a server would have if everything had settled.</summary>
    private int Wanted(string node, TimeSpan now)
    {
        var alive = _shares.Where(share => now - share.Value.SeenAt <= lease).ToList();
        var silent = _shares.Where(share => now - share.Value.SeenAt > lease).Sum(share => share.Value.Held);
        var waiting = alive.Where(share => share.Value.Waiting > 0).ToList();
        var among = waiting.Count > 0 ? waiting : alive;
        var content = alive.Except(among).Sum(share => Content(share.Value));
        var place = among.FindIndex(share => share.Key == node);
        if (place < 0)
        {
            return Content(_shares[node]);
        }

        var toShare = Math.Max(0, permits - silent - content);
        return (toShare / among.Count) + (place < toShare % among.Count ? 1 : 0);
    }

    private int Content(Share share) => Math.Min(share.Used + Reserve, permits);

    private sealed record Share(int Held, int Used, int Waiting, TimeSpan SeenAt);
}

/// <summary>What a server says of its part of a quota.</summary>
/// <param name="Held">How much of it is its own: what it may use, or what it has used within the last window if that is more.</param>
/// <param name="Used">How much it has used within the last window.</param>
/// <param name="Waiting">How many requests wait.</param>
/// <param name="ClosedFor">For how long Spiris has said that it takes nothing more.</param>
[GenerateSerializer, Immutable]
internal sealed record QuotaReport(
    [property: Id(0)] int Held, [property: Id(1)] int Used, [property: Id(2)] int Waiting, [property: Id(3)] TimeSpan ClosedFor);

/// <summary>What a server is told.</summary>
/// <param name="Limit">How many requests any window of it may hold.</param>
/// <param name="ClosedFor">For how long nothing is to be sent, because another server was refused.</param>
[GenerateSerializer, Immutable]
internal sealed record QuotaAnswer([property: Id(0)] int Limit, [property: Id(1)] TimeSpan ClosedFor);

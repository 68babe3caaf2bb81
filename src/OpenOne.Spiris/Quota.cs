namespace OpenOne.Spiris;

/// <summary>What a request is for.</summary>
public enum QuotaUse
{
    /// <summary>The main work, and going on with a list whose first page was a search.</summary>
    Work = 1,

    /// <summary>Looking something up in the books. At most a tenth of the quota, and before other work within that tenth, since
    /// what is uncertain holds up all that comes after it.</summary>
    Search = 2,
}

/// <summary>Hands out permits for requests to one endpoint so that the server never counts too many.</summary>
/// <remarks>
/// <para>Spiris counts 600 requests a minute per client and endpoint (developer.vismaonline.com, rate limits); whether its
/// minute slides or stands still is not published. A permit is taken before a request leaves and given back when its answer
/// has come, and counts for one window from then on. The server counts a request somewhere in between, so no window of its
/// clock, wherever it begins, can hold more than ours: slow answers cost a little of the quota, never a refusal.</para>
/// <para>Permits are given in the order they were asked for. Whoever asks for one at a time gets its fair share.
/// Thread-safe.</para>
/// </remarks>
/// <param name="permits">How many requests a window may hold.</param>
/// <param name="window">How long the server's window is.</param>
/// <param name="clock">Its monotonic clock is read, which a changed wall clock does not move.</param>
public sealed class Quota(int permits, TimeSpan window, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiter> _work = new();
    private readonly Queue<Waiter> _searches = new();
    private readonly QuotaWindow _all = new(permits);
    private readonly QuotaWindow _searched = new(Math.Max(1, permits / 10));
    private long _closedUntil;
    private ITimer? _timer;

    /// <summary>How many permits have been given.</summary>
    public long Given { get; private set; }

    /// <summary>How many requests the window holds just now, those under way among them.</summary>
    public int Used
    {
        get
        {
            lock (_lock)
            {
                _all.Expire(clock.GetTimestamp());
                return _all.Used;
            }
        }
    }

    /// <summary>How much of the quota is ours: what we may use, or what we have used if that is more.</summary>
    public int Held => Math.Max(_all.Size, Used);

    /// <summary>How many wait for a permit.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _work.Count + _searches.Count;
            }
        }
    }

    /// <summary>For how much longer nothing is given, because the server has refused.</summary>
    public TimeSpan ClosedFor
    {
        get
        {
            lock (_lock)
            {
                var now = clock.GetTimestamp();
                return _closedUntil > now ? clock.GetElapsedTime(now, _closedUntil) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>From now on a window may hold so many requests: where a quota is shared with others, ours changes.</summary>
    public void Allow(int limit)
    {
        lock (_lock)
        {
            _all.Size = limit;
            Serve();
        }
    }

    /// <summary>Takes a permit, when it is one's turn.</summary>
    /// <returns>To be disposed of when the answer has come, or when nothing was sent after all.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled first.</exception>
    public async Task<IDisposable> TakeAsync(QuotaUse use, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var waiter = new Waiter(use);
        lock (_lock)
        {
            (use is QuotaUse.Search ? _searches : _work).Enqueue(waiter);
            Serve();
        }

        await using var registration = cancellation.Register(() => waiter.Given.TrySetCanceled(cancellation));
        await waiter.Given.Task;
        return new Permit(this, use);
    }

    /// <summary>Gives nothing for a while, because the server has refused and said how long.</summary>
    public void CloseFor(TimeSpan time)
    {
        lock (_lock)
        {
            _closedUntil = Math.Max(_closedUntil, After(time));
            Serve();
        }
    }

    private void GiveBack(QuotaUse use)
    {
        lock (_lock)
        {
            var until = After(window);
            _all.GiveBack(until);
            if (use is QuotaUse.Search)
            {
                _searched.GiveBack(until);
            }

            Serve();
        }
    }

    /// <summary>Gives what can be given, and sets the alarm for the rest.</summary>
    private void Serve()
    {
        var now = clock.GetTimestamp();
        _all.Expire(now);
        _searched.Expire(now);
        while (now >= _closedUntil && _all.HasRoom && Next() is { } waiter)
        {
            if (waiter.Given.TrySetResult())
            {
                Given++;
                _all.Give();
                if (waiter.Use is QuotaUse.Search)
                {
                    _searched.Give();
                }
            }
        }

        if (_work.Count + _searches.Count > 0 && NextChange(now) is { } moment)
        {
            _timer ??= clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(clock.GetElapsedTime(now, moment), Timeout.InfiniteTimeSpan);
        }
    }

    private Waiter? Next() =>
        _searches.Count > 0 && _searched.HasRoom ? _searches.Dequeue()
        : _work.Count > 0 ? _work.Dequeue()
        : null;

    private void Ring()
    {
        lock (_lock)
        {
            Serve();
        }
    }

    /// <summary>When there may be room again; <see langword="null"/> while only a permit that is given back can make room.</summary>
    private long? NextChange(long now)
    {
        if (now < _closedUntil)
        {
            return _closedUntil;
        }

        var searches = _searches.Count > 0 && !_searched.HasRoom ? _searched.NextExpiry : null;
        var all = _all.HasRoom ? null : _all.NextExpiry;
        return (searches, all) is ({ } one, { } other) ? Math.Min(one, other) : searches ?? all;
    }

    private long After(TimeSpan time) => clock.GetTimestamp() + (long)((decimal)time.Ticks / TimeSpan.TicksPerSecond * clock.TimestampFrequency);

    private sealed record Waiter(QuotaUse Use)
    {
        public TaskCompletionSource Given { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Permit(Quota quota, QuotaUse use) : IDisposable
    {
        private int _back;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _back, 1) == 0)
            {
                quota.GiveBack(use);
            }
        }
    }
}

/// <summary>How many requests one window holds: those under way, and those whose time has not run out.</summary>
internal sealed class QuotaWindow(int size)
{
    private readonly Queue<long> _expiries = new();
    private int _underWay;

    public int Size { get; set; } = size;

    public int Used => _underWay + _expiries.Count;

    public bool HasRoom => Used < Size;

    public long? NextExpiry => _expiries.TryPeek(out var moment) ? moment : null;

    public void Give() => _underWay++;

    public void GiveBack(long until)
    {
        _underWay--;
        _expiries.Enqueue(until);
    }

    public void Expire(long now)
    {
        while (_expiries.TryPeek(out var moment) && moment <= now)
        {
            _expiries.Dequeue();
        }
    }
}

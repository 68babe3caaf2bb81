namespace OpenOne.BackOffice.Delivery;

/// <summary>How a turn of a lane ended.</summary>
internal enum LaneEnd
{
    /// <summary>It did nothing: nothing was due after all, another node held the lane, or it failed.</summary>
    Idle = 1,

    /// <summary>It worked until nothing was due.</summary>
    Moved = 2,

    /// <summary>It gave up its place to somebody who waited, with more to do.</summary>
    GaveWay = 3,
}

/// <summary>Which companies wait for their turn, which are having it, and which rest. Thread-safe.</summary>
internal sealed class LaneQueue(int places, TimeSpan rest, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<Guid> _waiting = new();
    private readonly HashSet<Guid> _present = [];
    private readonly HashSet<Guid> _again = [];
    private readonly Dictionary<Guid, long> _restingSince = [];
    private TaskCompletionSource _signal = NewSignal();
    private TaskCompletionSource? _emptied;

    /// <summary>How many lanes are at work.</summary>
    public int Running { get; private set; }

    /// <summary>Whether a lane at work is to give up its place.</summary>
    public bool SomebodyWaits
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count > 0;
            }
        }
    }

    /// <summary>Puts a company at the end, unless it waits, works or rests.</summary>
    public void Enqueue(Guid companyId)
    {
        lock (_lock)
        {
            if (_restingSince.TryGetValue(companyId, out var since) && clock.GetElapsedTime(since) < rest)
            {
                return;
            }

            _restingSince.Remove(companyId);
            if (_present.Add(companyId))
            {
                _waiting.Enqueue(companyId);
            }
        }
    }

    /// <summary>The same, and has whoever waits for work look at once.</summary>
    public void Consider(Guid companyId)
    {
        lock (_lock)
        {
            Enqueue(companyId);
            _signal.TrySetResult();
        }
    }

    /// <summary>Puts a company at the end, even if it rests; if it is at work, once more when that has ended.</summary>
    public void Wake(Guid companyId)
    {
        lock (_lock)
        {
            _restingSince.Remove(companyId);
            if (_present.Add(companyId))
            {
                _waiting.Enqueue(companyId);
            }
            else
            {
                _again.Add(companyId);
            }

            _signal.TrySetResult();
        }
    }

    /// <summary>Takes the first company that waits, if a place is free.</summary>
    public bool TryStart(out Guid companyId)
    {
        lock (_lock)
        {
            companyId = default;
            if (Running >= places || !_waiting.TryDequeue(out companyId))
            {
                return false;
            }

            _again.Remove(companyId);
            Running++;
            return true;
        }
    }

    /// <summary>A company's turn is over.</summary>
    public void End(Guid companyId, LaneEnd end)
    {
        lock (_lock)
        {
            Running--;
            if (_again.Remove(companyId) || end is LaneEnd.GaveWay)
            {
                _waiting.Enqueue(companyId);
            }
            else
            {
                _present.Remove(companyId);
                if (end is LaneEnd.Idle)
                {
                    _restingSince[companyId] = clock.GetTimestamp();
                }
            }

            if (Running == 0)
            {
                _emptied?.TrySetResult();
            }
        }
    }

    /// <summary>Waits until somebody was woken, or the time is up.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken stopping)
    {
        var signal = _signal;
        await using (clock.CreateTimer(_ => signal.TrySetResult(), null, patience, Timeout.InfiniteTimeSpan))
        await using (stopping.Register(() => signal.TrySetResult()))
        {
            await signal.Task;
        }

        lock (_lock)
        {
            _signal = NewSignal();
        }
    }

    /// <summary>Waits until no lane is at work.</summary>
    public Task EmptiedAsync()
    {
        lock (_lock)
        {
            _emptied = NewSignal();
            if (Running == 0)
            {
                _emptied.TrySetResult();
            }

            return _emptied.Task;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

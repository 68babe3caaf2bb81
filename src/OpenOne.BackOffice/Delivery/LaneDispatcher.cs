using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Gives the accounting system of a company.</summary>
public delegate IAccountingSystem BooksOf(Guid companyId);

/// <summary>Runs the lanes that are due, so many at a time and in turns.</summary>
/// <remarks>
/// Companies wait in a queue. A lane gives up its place after each delivery while others wait, and goes to the end, so a company
/// with a year of backlog delays another by one delivery and not by a year. While nobody waits it keeps its place and its claim.
/// </remarks>
/// <param name="store">What the lanes remember.</param>
/// <param name="books">The companies' books.</param>
/// <param name="quota">What Spiris takes from us.</param>
/// <param name="options">Times and limits.</param>
/// <param name="chance">From 0 to 1.</param>
/// <param name="clock">Runs the waits.</param>
/// <param name="log">The log.</param>
public sealed partial class LaneDispatcher(
    ILaneStore store,
    BooksOf books,
    Quota quota,
    DeliveryOptions options,
    Func<decimal> chance,
    TimeProvider clock,
    ILogger<LaneDispatcher> log)
{
    private readonly LaneMemory _memory = new();
    private long _moved;
    private readonly LaneQueue _queue = new(options.Lanes, options.Rest, clock);

    /// <summary>Works until it is told to stop; then lets the lanes at work finish the delivery they are at.</summary>
    public Task RunAsync(CancellationToken stopping) => RunAsync(_queue.Enqueue, stopping);

    /// <summary>The same where lanes may run on other servers as well.</summary>
    /// <param name="found">Told of each company that has something due; the one whose lane is to run here is to be handed to
    /// <see cref="Consider"/>.</param>
    /// <param name="stopping">Ends the work between two deliveries.</param>
    public async Task RunAsync(Action<Guid> found, CancellationToken stopping)
    {
        long? lookedAt = null;
        while (!stopping.IsCancellationRequested)
        {
            // Whoever wakes us says for whom. Only what nobody tells us of, such as a time that has come, has to be looked for.
            if (lookedAt is not { } before || clock.GetElapsedTime(before) >= options.LookEvery)
            {
                lookedAt = clock.GetTimestamp();
                foreach (var companyId in await DueAsync(stopping))
                {
                    found(companyId);
                }
            }

            Start(stopping);
            await _queue.WaitAsync(options.LookEvery, stopping);
        }

        LogStopping(_queue.Running);
        await _queue.EmptiedAsync();
    }

    /// <summary>Something of the company may have become due.</summary>
    public void Wake(Guid companyId) => _queue.Wake(companyId);

    /// <summary>Somebody has looked and found that the company has something due.</summary>
    public void Consider(Guid companyId) => _queue.Consider(companyId);

    /// <summary>How many lanes are at work.</summary>
    public int Running => _queue.Running;

    /// <summary>How many deliveries were moved since the start.</summary>
    public long Moved => Interlocked.Read(ref _moved);

    private void Start(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && _queue.TryStart(out var companyId))
        {
            _ = RunAsync(companyId, stopping);
        }
    }

    private async Task RunAsync(Guid companyId, CancellationToken stopping)
    {
        var end = LaneEnd.Idle;
        try
        {
            var lane = new CompanyLane(companyId, store, books(companyId), quota, _memory, options, chance, clock);
            var gaveWay = false;
            var moved = await lane.RunAsync(() => !(gaveWay = _queue.SomebodyWaits), stopping);
            end = gaveWay ? LaneEnd.GaveWay : moved > 0 ? LaneEnd.Moved : LaneEnd.Idle;
            if (moved > 0)
            {
                Interlocked.Add(ref _moved, moved.Value);
                LogMoved(companyId, moved.Value);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(companyId);
        }
        catch (Exception failure)
        {
            // One company's bug must not stop the others. The lane is tried again when its claim has run out.
            LogFailed(companyId, failure);
        }

        _queue.End(companyId, end);
        Start(stopping);
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken stopping)
    {
        try
        {
            return await store.DueAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Information, "Lane of company {CompanyId} moved {Count} deliveries.")]
    private partial void LogMoved(Guid companyId, int count);

    [LoggerMessage(LogLevel.Error, "Lane of company {CompanyId} failed; it is tried again when its claim has run out.")]
    private partial void LogFailed(Guid companyId, Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);

    [LoggerMessage(LogLevel.Information, "Stopping; {Count} lanes finish what they are at.")]
    private partial void LogStopping(int count);

    [LoggerMessage(LogLevel.Information, "Lane of company {CompanyId} was told to stop before it had begun.")]
    private partial void LogStopped(Guid companyId);
}

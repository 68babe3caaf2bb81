using System.Collections.Concurrent;

namespace OpenOne.BackOffice.Tests.Delivery.Conformance;

/// <summary>Brings what is awaited back to the thread that awaits it, whatever thread the database answers on: the simulation never
/// leaves its own.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _work = [];

    /// <summary>Does all of it on this thread.</summary>
    public static void Run(Func<Task> work)
    {
        var before = Current;
        var thread = new OneThread();
        SetSynchronizationContext(thread);
        try
        {
            var done = work();
            _ = done.ContinueWith(_ => thread._work.CompleteAdding(), TaskScheduler.Default);
            foreach (var (callback, state) in thread._work.GetConsumingEnumerable())
            {
                callback(state);
            }

            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _work.Add((d, state));
}

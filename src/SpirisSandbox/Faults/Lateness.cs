using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox.Faults;

/// <summary>Waits before the work. The caller may well have given up by then; the work is done all the same.</summary>
public sealed record Delay([property: Range(0.0, Fault.MostSeconds)] double Seconds) : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        if (await request.WaitAsync(Seconds))
        {
            await request.WorkAsync();
        }
        else
        {
            await request.Connection.CutAsync(Cut.Reset);
        }
    }
}

/// <summary>Answers at once, by default 504, and does the work later all the same.</summary>
/// <param name="Seconds">How much later, on the sandbox's clock.</param>
public sealed record CommitLate(
    [property: Range(0.0, Fault.MostSeconds)] double Seconds,
    [property: Range(200, 599)] int Status = StatusCodes.Status504GatewayTimeout) : Fault
{
    public override Task StrikeAsync(FaultedRequest request)
    {
        request.Service<LateWork>().Schedule(request.Copy(), TimeSpan.FromSeconds(Seconds));
        return GatewayAnswer.WriteAsync(request.Http, Status);
    }
}

/// <summary>Work that was put off until after its request was answered.</summary>
public sealed class LateWork(TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<LateWork> log)
{
    private readonly Lock _lock = new();
    private readonly List<Task> _unfinished = [];

    /// <summary>Ends when everything that was put off so far has been done.</summary>
    public Task Finished
    {
        get
        {
            lock (_lock)
            {
                return Task.WhenAll(_unfinished);
            }
        }
    }

    internal void Schedule(Func<Task> work, TimeSpan delay)
    {
        // The timer is started here and not on the pool, so that a fake clock moved right after the answer moves it.
        var due = Task.Delay(delay, clock, lifetime.ApplicationStopping);
        lock (_lock)
        {
            _unfinished.RemoveAll(task => task.IsCompleted);
            _unfinished.Add(DoAsync(due, work));
        }
    }

    private async Task DoAsync(Task due, Func<Task> work)
    {
        try
        {
            await due;
            await work();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            log.NeverDone();
        }
    }
}

internal static partial class LateWorkLog
{
    [LoggerMessage(LogLevel.Information, "The sandbox stopped before late work was due; it is never done.")]
    public static partial void NeverDone(this ILogger<LateWork> log);
}

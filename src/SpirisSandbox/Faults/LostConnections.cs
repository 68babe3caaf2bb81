namespace SpirisSandbox.Faults;

/// <summary>The request never reaches the work: the connection is cut before it.</summary>
public sealed record LoseRequest : Fault
{
    public override Task StrikeAsync(FaultedRequest request)
    {
        request.Abort();
        return Task.CompletedTask;
    }
}

/// <summary>The cruellest fault: the work is done, and the connection is cut before a byte of the answer.</summary>
public sealed record LoseAnswer : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        await request.WorkAndHoldAnswerAsync();
        request.Abort();
    }
}

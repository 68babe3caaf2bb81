namespace SpirisSandbox.Faults;

/// <summary>
/// Does the work twice, as a proxy that sends again on its own would, and answers with the second time's answer.
/// </summary>
public sealed record DuplicateWork : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        await request.Copy()();
        await request.WorkAsync();
    }
}

using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox.Faults;

/// <summary>How a connection ends before its answer is whole.</summary>
public enum Cut
{
    /// <summary>A TCP reset (RST): reading fails, as when a firewall or a crashed server cuts in.</summary>
    Reset = 1,

    /// <summary>
    /// An orderly end (FIN): the answer just stops, as when a proxy shuts down. Before the first byte this is also what
    /// an idle connection looks like, after which some clients ask again on their own.
    /// </summary>
    Close = 2,
}

/// <summary>The request never reaches the work: the connection is cut before it.</summary>
public sealed record LoseRequest(Cut By = Cut.Reset) : Fault
{
    public override Task StrikeAsync(FaultedRequest request) => request.Connection.CutAsync(By);
}

/// <summary>The cruellest fault: the work is done, and the connection is cut before a byte of the answer.</summary>
public sealed record LoseAnswer(Cut By = Cut.Reset) : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        await request.WorkAndHoldAnswerAsync();
        await request.Connection.CutAsync(By);
    }
}

/// <summary>Does the work, sends the beginning of the answer and cuts the connection.</summary>
/// <param name="Bytes">How much of the body gets out, at most all but a byte; half of it when null.</param>
public sealed record TruncateBody([property: Range(0, int.MaxValue)] int? Bytes = null, Cut By = Cut.Close) : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        var answer = await request.WorkAndHoldAnswerAsync();
        var most = Math.Max(0, answer.Length - 1);
        await request.Connection.SendBeginningAsync(answer, Math.Min(Bytes ?? answer.Length / 2, most));
        await request.Connection.CutAsync(By);
    }
}

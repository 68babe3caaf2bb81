using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox.Faults;

/// <summary>Does the work and answers with a body in which every seventh byte is wrong.</summary>
public sealed record GarbleBody : Fault
{
    private const int EveryNth = 7;

    public override async Task StrikeAsync(FaultedRequest request)
    {
        var answer = await request.WorkAndHoldAnswerAsync();
        for (var position = 0; position < answer.Length; position += EveryNth)
        {
            answer[position] = (byte)'#';
        }

        request.Http.Response.ContentLength = answer.Length;
        await request.Http.Response.Body.WriteAsync(answer);
    }
}

/// <summary>Does the work and answers a little at a time: first bytes at once, the next ones after a pause.</summary>
/// <param name="Seconds">The pause, on the sandbox's clock.</param>
/// <param name="Bytes">How many bytes of the body come at a time.</param>
public sealed record SlowDrip(
    [property: Range(0.0, Fault.MostSeconds)] double Seconds, [property: Range(1, int.MaxValue)] int Bytes = 1) : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        var response = request.Http.Response;
        var answer = await request.WorkAndHoldAnswerAsync();
        response.ContentLength = answer.Length;
        foreach (var drop in answer.Chunk(Bytes).Index())
        {
            if (drop.Index > 0 && !await request.WaitForCallerAsync(Seconds))
            {
                await request.Connection.CutAsync(Cut.Reset);
                return;
            }

            await response.Body.WriteAsync(drop.Item);
            await response.Body.FlushAsync();
        }
    }
}

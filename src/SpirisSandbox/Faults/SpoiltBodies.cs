namespace SpirisSandbox.Faults;

/// <summary>Does the work, sends half of the answer's body and cuts the connection.</summary>
public sealed record TruncateBody : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        var answer = await request.WorkAndHoldAnswerAsync();
        request.Http.Response.ContentLength = answer.Length;
        await request.Http.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2));
        await request.Http.Response.Body.FlushAsync();
        request.Abort();
    }
}

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

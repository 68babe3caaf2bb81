namespace SpirisSandbox.Control;

/// <summary>
/// The whole body of a request, read once on arrival: the journal, faults and operations all look at it.
/// </summary>
internal sealed record CapturedBody(ArraySegment<byte> Content)
{
    /// <summary>The largest body taken in. The largest the API documents is an attachment of some megabytes.</summary>
    public const int MaximumBytes = 32 * 1024 * 1024;

    public ReadOnlyMemory<byte> Bytes => Content;

    public static async Task<CapturedBody> ReadAsync(HttpRequest request)
    {
        var bytes = new MemoryStream(request.ContentLength is > 0 and <= MaximumBytes ? (int)request.ContentLength : 0);
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return new CapturedBody(new ArraySegment<byte>(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    /// <summary>Puts the body where whatever comes next reads it, from its beginning.</summary>
    public void PutInto(HttpContext context)
    {
        context.Features.Set(this);
        context.Request.Body = new MemoryStream(Content.Array!, Content.Offset, Content.Count, writable: false);
    }
}

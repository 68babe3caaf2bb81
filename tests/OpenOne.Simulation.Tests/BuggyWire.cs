using System.Text;

namespace OpenOne.Simulation.Tests;

/// <summary>A reading of the wire with a bug.</summary>
internal sealed class BuggyWire(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    /// <summary>What is made of a body.</summary>
    public Func<string, string> Body { get; init; } = body => body;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false);
        answer.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body(Encoding.UTF8.GetString(body))));
        return answer;
    }
}

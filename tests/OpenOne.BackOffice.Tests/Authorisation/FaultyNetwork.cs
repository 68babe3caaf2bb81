using System.Net;
using System.Text;
using System.Web;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>What befalls one question to the identity server.</summary>
public enum Mishap
{
    None = 1,

    /// <summary>No connection: not a byte leaves.</summary>
    Unreachable = 2,

    /// <summary>The question is lost on its way.</summary>
    QuestionLost = 3,

    /// <summary>The server does its work and the answer is lost.</summary>
    AnswerLost = 4,

    /// <summary>The server does its work, and a gateway answers in its place.</summary>
    GatewayAnswers = 5,

    /// <summary>The server does its work and never answers.</summary>
    Silence = 6,

    /// <summary>Too many questions for now.</summary>
    TooMany = 7,

    /// <summary>The node dies after it has asked, and before the server gets it.</summary>
    DiesAsking = 8,

    /// <summary>The node dies between the answer and the store.</summary>
    DiesBeforeStoring = 9,

    /// <summary>The node freezes after the server has answered, and goes on later as if nothing had been.</summary>
    Freezes = 10,
}

/// <summary>The network of one node, in place of sockets. A node that dies waits in here for ever.</summary>
public sealed class FaultyNetwork(TokenServer server, Func<Mishap> next) : HttpMessageHandler
{
    private TaskCompletionSource _thaw = new();

    /// <summary>Whether the node is dead or frozen.</summary>
    public bool IsStill { get; private set; }

    /// <summary>Whether it will go on by <see cref="Thaw"/>.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>What befell the last question.</summary>
    public Mishap Last { get; private set; }

    public void Thaw() => _thaw.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var mishap = Last = next();
        if (mishap is Mishap.Unreachable)
        {
            throw new HttpRequestException("Connection refused.");
        }

        var form = HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(CancellationToken.None));
        var presentation = server.Present(form["refresh_token"]!);
        if (mishap is Mishap.TooMany)
        {
            presentation.End = PresentationEnd.SpentNothing;
            return new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        }

        if (mishap is Mishap.GatewayAnswers)
        {
            server.Exchange(presentation.Token);
            presentation.End = PresentationEnd.Lost;
            return new HttpResponseMessage(HttpStatusCode.GatewayTimeout) { Content = new StringContent("<h1>504</h1>") };
        }

        var isTakenIn = mishap is not (Mishap.QuestionLost or Mishap.DiesAsking);
        var tokens = isTakenIn ? server.Exchange(presentation.Token) : null;
        await BefallAsync(mishap, presentation, cancellationToken);
        if (tokens is null)
        {
            presentation.End = PresentationEnd.Refused;
        }
        else
        {
            server.Granted(presentation);
        }

        return Answer(tokens);
    }

    /// <summary>Returns when the answer arrives.</summary>
    private async Task BefallAsync(Mishap mishap, Presentation presentation, CancellationToken cancellation)
    {
        switch (mishap)
        {
            case Mishap.QuestionLost or Mishap.AnswerLost:
                presentation.End = PresentationEnd.Lost;
                throw new HttpRequestException("Connection reset.");
            case Mishap.Silence:
                var patience = new TaskCompletionSource();
                await using (cancellation.Register(patience.SetResult))
                {
                    await patience.Task;
                }

                presentation.End = PresentationEnd.Lost;
                throw new OperationCanceledException(cancellation);
            case Mishap.DiesAsking or Mishap.DiesBeforeStoring:
                IsStill = true;
                await new TaskCompletionSource().Task;
                break;
            case Mishap.Freezes:
                (IsStill, IsFrozen, _thaw) = (true, true, new TaskCompletionSource());
                await _thaw.Task;
                (IsStill, IsFrozen) = (false, false);
                break;
        }
    }

    private static HttpResponseMessage Answer((string Access, string Refresh)? tokens) => tokens is var (access, refresh)
        ? Json(HttpStatusCode.OK, $$"""{"access_token":"{{access}}","refresh_token":"{{refresh}}","token_type":"bearer","expires_in":3600}""")
        : Json(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}

using System.Net;
using System.Web;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Spiris;

/// <summary>The network between one process and Spiris, and all that goes wrong on it.</summary>
/// <param name="world">Virtual time.</param>
/// <param name="process">Whose network it is.</param>
/// <param name="server">Spiris.</param>
/// <param name="random">What goes wrong.</param>
/// <param name="faults">How often.</param>
/// <param name="access">Judges the token of a request: the company it is for, or <see langword="null"/>.</param>
public sealed class SimWire(
    SimWorld world, SimProcess process, SimServer server, SimRandom random, Func<SimFaults> faults, Func<string, int?> access)
    : HttpMessageHandler
{
    private static readonly TimeSpan _quick = TimeSpan.FromMilliseconds(2);

    /// <summary>Called before and after a request leaves: the places at which a process can be killed.</summary>
    public Action? Crossing { get; set; }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var going = faults();
        if (random.Happens(going.Refused))
        {
            throw new HttpRequestException("The connection was refused.");
        }

        var answered = new TaskCompletionSource<HttpResponseMessage>();
        var registration = cancellationToken.Register(() => answered.TrySetCanceled(cancellationToken));
        _ = answered.Task.ContinueWith(
            _ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var token = request.Headers.Authorization!.Parameter!;
        var body = Read(request.Content);
        Crossing?.Invoke();
        if (!process.IsAlive)
        {
            return answered.Task;
        }

        Func<SimAnswer> serve = () =>
            server.Count() is { } refusal ? refusal
            : access(token) is not { } company ? SimServer.Error(HttpStatusCode.Unauthorized, 4005, "Not authorized.")
            : body is not null ? server.Post(company, body, Hiding(going))
            : server.List(company, int.Parse(query["$page"]!, null), int.Parse(query["$pagesize"]!, null), query["$filter"] ?? "");
        Travel(going, serve, body is not null, answer => answered.TrySetResult(answer), () => answered.TrySetException(
            new HttpRequestException("The connection was reset.", new IOException("Reset by peer."))));
        Crossing?.Invoke();
        return answered.Task;
    }

    /// <summary>The way there and back, as chance has it.</summary>
    private void Travel(
        SimFaults going, Func<SimAnswer> serve, bool changes, Action<HttpResponseMessage> answer, Action reset)
    {
        var there = random.Between(_quick, TimeSpan.FromMilliseconds(80));
        if (random.Happens(going.RequestLost))
        {
            // Half the losses are told by a reset, the others by silence.
            world.After(there, process, random.Happens(5000) ? reset : () => { });
        }
        else if (random.Happens(going.ErrorBefore))
        {
            Arrive(there, () => Failure(HttpStatusCode.InternalServerError, 5000), answer);
        }
        else if (random.Happens(going.UnknownError))
        {
            Arrive(there, () => Failure(HttpStatusCode.BadRequest, 9999), answer);
        }
        else if (random.Happens(going.TooMany))
        {
            Arrive(there, () => SimServer.TooMany(random.Between(1, 55)), answer);
        }
        else if (random.Happens(going.Unauthorised))
        {
            Arrive(there, () => SimServer.Error(HttpStatusCode.Unauthorized, 4005, "Not authorized."), answer);
        }
        else if (random.Happens(going.AnswerLost))
        {
            world.After(there, () =>
            {
                serve();
                world.After(_quick, process, random.Happens(5000) ? reset : () => { });
            });
        }
        else if (random.Happens(going.ErrorAfter))
        {
            Arrive(there, () => { serve(); return Failure(random.OneOf(HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway), 5001); }, answer);
        }
        else if (changes && random.Happens(going.DoneLater))
        {
            world.After(random.Between(there, going.LongestLife), () => serve());
            Arrive(there, () => Failure(HttpStatusCode.GatewayTimeout, 5002), answer);
        }
        else if (random.Happens(going.Truncated))
        {
            Arrive(there, () => serve() is var whole ? whole with { Body = whole.Body[..(whole.Body.Length / 2)] } : whole, answer);
        }
        else if (changes && random.Happens(going.Doubled))
        {
            Arrive(there, () => { serve(); return serve(); }, answer);
        }
        else
        {
            var late = random.Happens(going.Slow) ? random.Between(TimeSpan.FromSeconds(10), going.LongestLife) : TimeSpan.Zero;
            Arrive(there + (late / 2), serve, answer, late / 2);
        }
    }

    private void Arrive(TimeSpan there, Func<SimAnswer> serve, Action<HttpResponseMessage> answer, TimeSpan late = default)
    {
        world.After(there, () =>
        {
            var served = serve();
            world.After(random.Between(_quick, TimeSpan.FromMilliseconds(80)) + late, process, () =>
                answer(new HttpResponseMessage(served.Status) { Content = new ByteArrayContent(served.Body) }));
        });
    }

    private TimeSpan Hiding(SimFaults going) =>
        random.Happens(going.Hidden) ? random.Between(TimeSpan.Zero, going.LongestHiding) : TimeSpan.Zero;

    private static SimAnswer Failure(HttpStatusCode status, int code) => SimServer.Error(status, code, "Something went wrong.");

    private static byte[]? Read(HttpContent? content)
    {
        if (content is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var copying = content.CopyToAsync(bytes, CancellationToken.None);
        if (!copying.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("Copying into memory should need no waiting.", copying.Exception);
        }

        return bytes.ToArray();
    }
}

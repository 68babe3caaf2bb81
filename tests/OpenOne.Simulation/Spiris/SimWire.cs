using System.Net;
using System.Web;
using OpenOne.Simulation.Running;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Spiris;

/// <summary>The network between one process and Spiris, and all that goes wrong on it.</summary>
/// <param name="world">Virtual time.</param>
/// <param name="process">Whose network it is.</param>
/// <param name="server">Spiris.</param>
/// <param name="random">What goes wrong.</param>
/// <param name="faults">How often.</param>
/// <param name="access">Judges the token of a request: the company it is for, or <see langword="null"/>.</param>
/// <param name="fate">What becomes of a certain request, whatever chance would have it.</param>
public sealed class SimWire(
    SimWorld world,
    SimProcess process,
    SimServer server,
    SimRandom random,
    Func<SimFaults> faults,
    Func<string, int?> access,
    Func<SimRequest, WireFate?> fate)
    : HttpMessageHandler
{
    private static readonly TimeSpan _quick = TimeSpan.FromMilliseconds(2);

    /// <summary>Called before and after a request leaves: the places at which a process can be killed.</summary>
    public Action<SimPoint>? Crossing { get; set; }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var changes = request.Content is not null;
        var going = faults();
        var happens = fate(server.Number(changes)) ?? going.Draw(random, changes);
        if (happens is WireFate.Refused)
        {
            throw new HttpRequestException("The connection was refused.");
        }

        var answered = new TaskCompletionSource<HttpResponseMessage>();
        var registration = cancellationToken.Register(() => answered.TrySetCanceled(cancellationToken));
        _ = answered.Task.ContinueWith(
            _ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        var serve = Serving(request, going, happens);
        Crossing?.Invoke(changes ? SimPoint.BeforePost : SimPoint.BeforeRead);
        if (process.IsAlive)
        {
            Travel(happens, going, serve, answered);
            Crossing?.Invoke(changes ? SimPoint.AfterPost : SimPoint.AfterRead);
        }

        return answered.Task;
    }

    private Func<SimAnswer> Serving(HttpRequestMessage request, SimFaults going, WireFate happens)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var token = request.Headers.Authorization!.Parameter!;
        var body = Read(request.Content);
        return () =>
            server.Count() is { } refusal ? refusal
            : access(token) is not { } company ? SimServer.Error(HttpStatusCode.Unauthorized, 4005, "Not authorized.")
            : body is not null ? server.Post(company, body, happens is WireFate.HiddenAndLost ? going.LongestHiding : Hiding(going))
            : server.List(company, int.Parse(query["$page"]!, null), int.Parse(query["$pagesize"]!, null), query["$filter"] ?? "");
    }

    /// <summary>The way there and back.</summary>
    private void Travel(WireFate happens, SimFaults going, Func<SimAnswer> serve, TaskCompletionSource<HttpResponseMessage> answered)
    {
        var there = random.Between(_quick, TimeSpan.FromMilliseconds(80));
        switch (happens)
        {
            case WireFate.RequestLost:
                world.After(there, process, () => Fail(answered));
                break;
            case WireFate.AnswerLost or WireFate.HiddenAndLost:
                world.After(there, () =>
                {
                    serve();
                    world.After(_quick, process, () => Fail(answered));
                });
                break;
            case WireFate.DoneLater:
                world.After(random.Between(there, going.LongestLife), () => serve());
                Arrive(there, () => Failure(HttpStatusCode.GatewayTimeout, 5002), answered);
                break;
            case WireFate.FrozenForAMinute or WireFate.FrozenForTooLong:
                var frozen = TimeSpan.FromSeconds(happens is WireFate.FrozenForAMinute ? 60 : 240);
                process.Freeze(frozen);
                Arrive(frozen + there, serve, answered);
                break;
            case WireFate.Slow:
                var late = random.Between(TimeSpan.FromSeconds(10), going.LongestLife);
                Arrive(there + (late / 2), serve, answered, late / 2);
                break;
            default:
                Arrive(there, () => Answer(happens, serve), answered);
                break;
        }
    }

    private SimAnswer Answer(WireFate happens, Func<SimAnswer> serve)
    {
        switch (happens)
        {
            case WireFate.ErrorBefore:
                return Failure(HttpStatusCode.InternalServerError, 5000);
            case WireFate.Unavailable:
                return Failure(HttpStatusCode.ServiceUnavailable, 5001);
            case WireFate.UnknownError:
                return Failure(HttpStatusCode.BadRequest, 9999);
            case WireFate.TooMany:
                return SimServer.TooMany(55);
            case WireFate.Unauthorised:
                return SimServer.Error(HttpStatusCode.Unauthorized, 4005, "Not authorized.");
            case WireFate.AccountMissing:
                return SimServer.Error(HttpStatusCode.NotFound, 3002, "Account not found.");
            case WireFate.ErrorAfter:
                serve();
                return Failure(random.OneOf(HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway), 5001);
            case WireFate.Truncated:
                var whole = serve();
                return whole with { Body = whole.Body[..(whole.Body.Length / 2)] };
            case WireFate.WrongAnswer:
                return serve() with { Body = "{\"Id\":\"00000000-0000-0000-0000-000000000000\"}"u8.ToArray() };
            case WireFate.Doubled:
                serve();
                return serve();
            case WireFate.DoubledAndLost:
                serve();
                serve();
                return Failure(HttpStatusCode.BadGateway, 5001);
            case WireFate.EditedAndLost:
                server.EditLast(serve());
                return Failure(HttpStatusCode.BadGateway, 5001);
            default:
                return serve();
        }
    }

    /// <summary>Half the losses are told by a reset, the others by silence.</summary>
    private void Fail(TaskCompletionSource<HttpResponseMessage> answered)
    {
        if (random.Happens(5000))
        {
            answered.TrySetException(new HttpRequestException("The connection was reset.", new IOException("Reset by peer.")));
        }
    }

    private void Arrive(
        TimeSpan there, Func<SimAnswer> serve, TaskCompletionSource<HttpResponseMessage> answered, TimeSpan late = default)
    {
        world.After(there, () =>
        {
            var served = serve();
            world.After(random.Between(_quick, TimeSpan.FromMilliseconds(80)) + late, process, () =>
                answered.TrySetResult(new HttpResponseMessage(served.Status) { Content = new ByteArrayContent(served.Body) }));
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

using System.Diagnostics;
using System.Globalization;
using System.Net;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris;

/// <summary>From answer to outcome, for everything that must not be sent twice on a guess.</summary>
internal static class PostingJudge
{
    /// <summary>In order: what the wire knows, what the status alone says, what the error code says.</summary>
    /// <param name="exchange">What became of the call.</param>
    /// <param name="success">The one status that says that it is done.</param>
    /// <param name="read">Reads the answer of that status.</param>
    internal static Posting Judge(Exchange exchange, HttpStatusCode success, Func<Exchange.Answered, Posting> read) => exchange switch
    {
        Exchange.NotSent(var problem, var retryAfter) => new Posting.Unavailable(problem, retryAfter),
        Exchange.Lost(var problem) => new Posting.Uncertain(problem),
        Exchange.NoAccess(var problem) => new Posting.AccessLost(problem),
        Exchange.Answered answer when answer.Status == success => read(answer),
        Exchange.Answered { Status: HttpStatusCode.Unauthorized } answer => new Posting.AccessLost(answer.Described),
        Exchange.Answered { Status: HttpStatusCode.TooManyRequests } answer =>
            new Posting.Unavailable(answer.Described, answer.RetryAfter),

        // A gateway speaks for a server it has lost sight of, and no other success is one.
        Exchange.Answered
        {
            Status: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
                or < HttpStatusCode.BadRequest
        } answer => new Posting.Uncertain(answer.Described),
        Exchange.Answered answer => ErrorTable.VerdictOn(answer.Error) switch
        {
            Verdict.Refused(var reach, var reasonCode) => new Posting.Refused(ReasonFor(reasonCode, answer), reach),
            Verdict.Later => new Posting.Unavailable(answer.Described, answer.RetryAfter),
            Verdict.AccessLost => new Posting.AccessLost(answer.Described),
            Verdict.Unknown => new Posting.Uncertain(answer.Described),
            _ => throw new UnreachableException("The cases of Verdict are closed."),
        },
        _ => throw new UnreachableException("The cases of Exchange are closed."),
    };

    private static Reason ReasonFor(string code, Exchange.Answered answer)
    {
        var said = answer.Error.Message ?? answer.Described;
        return code == ReasonCodes.RefusedBySpiris
            ? Reason.Of(code, answer.Error.Code?.ToString(CultureInfo.InvariantCulture) ?? "", said)
            : Reason.Of(code, said);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Readiness;

/// <summary>Whether a company is ready to send, as the API tells it. More members may follow.</summary>
/// <param name="Ready">Whether nothing is blocked and nothing waits for a check.</param>
/// <param name="BeingChecked">Whether closings wait for a check that is on its way.</param>
/// <param name="CheckedAt">When Spiris was last asked.</param>
/// <param name="Problem">Why the last try to ask told nothing, if it did not.</param>
/// <param name="Points">Every point, in the order of the users' guide.</param>
public sealed record ReadinessAnswer(
    bool Ready, bool BeingChecked, DateTimeOffset? CheckedAt, string? Problem, IReadOnlyList<ReadinessAnswer.PointAnswer> Points)
{
    /// <summary>One point.</summary>
    /// <param name="Code">The same in every language.</param>
    /// <param name="Status"><c>ok</c>, <c>warning</c> or <c>blocked</c>.</param>
    /// <param name="Title">What was looked at.</param>
    /// <param name="Message">What was found.</param>
    /// <param name="Remedy">What to do; empty when all is well.</param>
    /// <param name="Path">Where to do it, menu by menu; empty when all is well.</param>
    /// <param name="Holds">What a blocked point holds up; <see langword="null"/> when it is not blocked.</param>
    public sealed record PointAnswer(
        string Code, string Status, string Title, string Message, string Remedy, string Path, ReachAnswer? Holds);

    /// <summary>What is held up: all closings, or those of some days, with an account, or with invoices.</summary>
    public sealed record ReachAnswer(DateOnly? From, DateOnly? To, int? Account, bool InvoicesOnly, int Closings);
}

/// <summary><c>GET /api/v1/readiness</c>: whether closings of the key's company can be sent, and what is missing.</summary>
internal static class GetReadiness
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/readiness", HandleAsync)
        .WithName("GetReadiness")
        .WithSummary("Tells whether the company's closings can be sent, and what is missing.")
        .ProducesProblem(StatusCodes.Status401Unauthorized);

    public static async Task<Ok<ReadinessAnswer>> HandleAsync(
        ApiCaller caller, BackOfficeDb db, ReadinessDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == caller.CompanyId, cancellation);
        var view = await ReadinessView.ReadAsync(db, company, desk, clock, cancellation);
        return TypedResults.Ok(new ReadinessAnswer(
            view.Report.IsReady && !view.IsBeingChecked,
            view.IsBeingChecked,
            view.CheckedAt,
            view.Problem,
            [.. view.Report.Points.Select(point => Answer(point, view))]));
    }

    private static ReadinessAnswer.PointAnswer Answer(ReadinessPoint point, ReadinessView view)
    {
        var said = ReadinessSentences.Of(point, CultureInfo.CurrentUICulture);
        return new ReadinessAnswer.PointAnswer(
            point.Code, point.Status.ToString().ToLowerInvariant(), said.Title, said.Message, said.Remedy, said.Path,
            point.Status is ReadinessStatus.Blocked
                ? new(point.Reach.First, point.Reach.Last, point.Reach.Account?.Number, point.Reach.InvoicesOnly, view.Held.GetValueOrDefault(point.Code))
                : null);
    }
}

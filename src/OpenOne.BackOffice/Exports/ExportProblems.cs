using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Exports;

/// <summary>Every refusal of the exports API as RFC 9457 problem details, each with a page under <c>docs/problems</c>.</summary>
internal static class ExportProblems
{
    public static ProblemHttpResult KeyOfOneRegister() => Problem(
        StatusCodes.Status403Forbidden, "key-of-one-register", "The key is one register's",
        "An export takes the closings of the whole company. Use a key that is bound to no register.");

    public static ProblemHttpResult Malformed(string problem) => Problem(
        StatusCodes.Status400BadRequest, "malformed-export", "Not an order for an export", $"{problem} Nothing was exported.");

    public static ProblemHttpResult IntegrationOn(DateOnly from) => Problem(
        StatusCodes.Status409Conflict, "integration-is-on", "The integration transfers these days",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Days from {from:yyyy-MM-dd} on go to Spiris by themselves, and would be booked twice. Export days before, or turn Sync sales off under Integrations > Finance > Visma Ecom."));

    public static ProblemHttpResult Incomplete(ExportDraft draft) => TypedResults.Problem(
        "Some closings of the period cannot become vouchers as things stand; each is named below. Nothing was exported.",
        statusCode: StatusCodes.Status422UnprocessableEntity, title: "Not everything can be exported", type: "/problems/export-incomplete",
        extensions: new Dictionary<string, object?> { ["closings"] = draft.Missing.SelectMany(Said).ToArray() });

    public static ProblemHttpResult NothingToExport(ExportDraft draft) => Problem(
        StatusCodes.Status409Conflict, "nothing-to-export", "Nothing to export",
        draft.LeftOut.IsEmpty
            ? "No closing of the period was received."
            : $"The closings of the period, {draft.LeftOut.Length} of them, are in the books, on their way or in another export.");

    public static ProblemHttpResult ChangedMeanwhile() => Problem(
        StatusCodes.Status409Conflict, "export-was-overtaken", "Overtaken",
        "A closing of the period moved while the file was made, again and again. Nothing was exported; ask once more.");

    public static ProblemHttpResult NotFound(int number) => Problem(
        StatusCodes.Status404NotFound, "export-not-found", "No such export",
        $"The company whose key was sent has no export {number}.");

    public static ProblemHttpResult Released(int number) => Problem(
        StatusCodes.Status410Gone, "export-was-released", "Released",
        $"Export {number} was released because its file was not imported. What it held may be transferred now, so the file is not handed out.");

    private static IEnumerable<object> Said(ExportDraft.Gap gap) => gap.Reasons.Select(reason =>
    {
        var said = ReasonSentences.Of(reason, CultureInfo.CurrentUICulture);
        return (object)new { register = gap.Key.Register, zNumber = gap.Key.ZNumber, businessDate = gap.Date, message = $"{gap.Key}: {said.Message} {said.Remedy}" };
    });

    private static ProblemHttpResult Problem(int status, string slug, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"/problems/{slug}");
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Closings;

/// <summary>Every refusal of the closings API as RFC 9457 problem details. Each <c>type</c> has a page under
/// <c>docs/problems</c>, which the server shows at that address.</summary>
internal static class Problems
{
    public static ProblemHttpResult KeyMissing() => Problem(
        StatusCodes.Status401Unauthorized, "key-missing", "No valid API key",
        "Send the header 'Authorization: Bearer <API key>' with a key of the company. A revoked key is not valid.");

    public static ProblemHttpResult KeyOfAnotherCompany(ApiCaller caller, string register) => Problem(
        StatusCodes.Status403Forbidden, "key-of-another-company", "The key is another company's",
        $"Register '{register}' belongs to another company than {caller.CompanyName}, whose key was sent. Use the key of the register's company.");

    public static ProblemHttpResult KeyOfAnotherRegister(ApiCaller caller, string register) => Problem(
        StatusCodes.Status403Forbidden, "key-of-another-register", "The key is another register's",
        $"The key speaks for register '{caller.Register}' only, not for '{register}'. Use the key of the register, or one of the whole company.");

    public static ProblemHttpResult Malformed(ImmutableArray<FieldError> errors) => Problem(
        StatusCodes.Status400BadRequest, "malformed-closing", "Not a closing",
        "The document is not a closing as the contract describes it. Correct the fields that are named and send it again.",
        "errors", errors);

    public static ProblemHttpResult TooLarge(string limit) => Problem(
        StatusCodes.Status413PayloadTooLarge, "closing-too-large", "Too large",
        $"{limit} Nothing was stored.");

    public static ProblemHttpResult Unacceptable(ImmutableArray<FieldError> errors) => Problem(
        StatusCodes.Status422UnprocessableEntity, "unacceptable-amounts", "Amounts or rates that cannot be booked",
        "A VAT rate is unknown in Sweden, or an amount has more than two decimals. We never round what a register stated.",
        "errors", errors);

    public static ProblemHttpResult DoesNotReconcile(ImmutableArray<Difference> differences) => Problem(
        StatusCodes.Status422UnprocessableEntity, "does-not-reconcile", "The closing does not add up",
        "Each rule that is broken is named below with the difference in kronor. Nothing was stored.",
        "differences", differences.Select(DifferenceAnswer.Of).ToArray());

    public static ProblemHttpResult ClosingChanged(ClosingKey key) => Problem(
        StatusCodes.Status409Conflict, "closing-changed", "Received before with other content",
        $"Closing {key} was received before with other content. Both documents are kept, the first one stands, and a person decides.");

    public static ProblemHttpResult NotFound(ClosingKey key) => Problem(
        StatusCodes.Status404NotFound, "closing-not-found", "No such closing",
        $"No closing {key} has been received from the company whose key was sent.");

    public static ProblemHttpResult MalformedProductGroups(ImmutableArray<FieldError> errors) => Problem(
        StatusCodes.Status400BadRequest, "malformed-product-groups", "Not product groups",
        "The document is not what the contract describes. Correct the fields that are named and send it again. Nothing was stored.",
        "errors", errors);

    public static ProblemHttpResult ProductGroupsTooLarge(string limit) => Problem(
        StatusCodes.Status413PayloadTooLarge, "product-groups-too-large", "Too large",
        $"{limit} Nothing was stored.");

    public static ProblemHttpResult NothingCanBeStored(StorageTrouble trouble) => Problem(
        StatusCodes.Status503ServiceUnavailable, "storage-unavailable", "Nothing can be stored just now",
        trouble is StorageTrouble.Unknown
            ? "The database was lost while it stored this, so it may be stored or not. Send it again after the time in Retry-After."
            : $"{SentenceOf(trouble)} It was not taken in. Keep it and send it again after the time in Retry-After.");

    private static string SentenceOf(StorageTrouble trouble) => trouble switch
    {
        StorageTrouble.Busy => "The database is busy.",
        StorageTrouble.Full => "The server's disk is full.",
        StorageTrouble.ReadOnly => "The server's database is read-only.",
        StorageTrouble.OutOfReach => "The server's database cannot be reached.",
        StorageTrouble.Broken => "The server's disk has failed, and the server stops.",
        StorageTrouble.Crowded => "The database has no connection to spare.",
        StorageTrouble.Unknown => "The database was lost.",
        StorageTrouble.Stopping => "The server is stopping.",
    };

    private static ProblemHttpResult Problem(
        int status, string slug, string title, string detail, string? extension = null, object? content = null) =>
        TypedResults.Problem(
            detail, statusCode: status, title: title, type: $"/problems/{slug}",
            extensions: extension is null ? null : new Dictionary<string, object?> { [extension] = content });

    /// <summary>A broken rule as the sender reads it, amounts in kronor.</summary>
    private sealed record DifferenceAnswer(
        int Rule, string Code, string? Subject, decimal? Stated, decimal? Expected, decimal? Difference, string Message)
    {
        public static DifferenceAnswer Of(Difference difference)
        {
            var subject = difference.Subject.Length > 0 ? difference.Subject : null;
            return difference.Rule is ReconciliationRule.OrganisationNumberIsTheCompanys
                ? new(difference.RuleNumber, CodeOf(difference), subject, null, null, null, DifferenceSentences.Of(difference))
                : new(difference.RuleNumber, CodeOf(difference), subject, difference.Stated.ToKronor(),
                    difference.Expected.ToKronor(), difference.Amount.ToKronor(), DifferenceSentences.Of(difference));
        }

        private static string CodeOf(Difference difference) =>
            string.Concat(difference.Rule.ToString().Select((letter, index) =>
                char.IsUpper(letter) && index > 0
                    ? $"-{char.ToLower(letter, CultureInfo.InvariantCulture)}"
                    : char.ToLower(letter, CultureInfo.InvariantCulture).ToString()));
    }
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenOne.BackOffice.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Customers;

/// <summary>Every refusal of the customers API as RFC 9457 problem details. Each <c>type</c> has a page under
/// <c>docs/problems</c>.</summary>
internal static class CustomerProblems
{
    public static ProblemHttpResult MalformedQuery(string field, string message) => Problem(
        StatusCodes.Status400BadRequest, "malformed-query", "Not a question we understand",
        "A parameter of the address is not as the contract describes it.",
        new() { ["errors"] = new[] { new FieldError(field, message) } });

    public static ProblemHttpResult Malformed(ImmutableArray<FieldError> errors) => Problem(
        StatusCodes.Status400BadRequest, "malformed-customer", "Not a customer", SentenceOf(errors), new() { ["errors"] = errors });

    public static ProblemHttpResult TooLarge() => Problem(
        StatusCodes.Status413PayloadTooLarge, "customer-too-large", "Too large",
        $"A customer has at most {CustomerReader.MaxBytes} bytes. Nothing was stored.", []);

    public static ProblemHttpResult Unacceptable(ImmutableArray<FieldError> errors) => Problem(
        StatusCodes.Status422UnprocessableEntity, "unacceptable-customer", "A number that nobody has", SentenceOf(errors),
        new() { ["errors"] = errors });

    public static ProblemHttpResult Exists(Customer standing) => Of(
        StatusCodes.Status409Conflict, "customer-exists", "The customer is there already", CustomerSentences.WhyNot(standing), standing);

    public static ProblemHttpResult Inactive(Customer standing) => Of(
        StatusCodes.Status422UnprocessableEntity, "customer-inactive", "The customer is not active",
        CustomerSentences.WhyNot(standing), standing);

    public static ProblemHttpResult BeingCreated() => Problem(
        StatusCodes.Status409Conflict, "customer-being-created", "The customer is being created",
        "Another till is creating a customer with the same number just now. Search for it in a moment.", []);

    public static ProblemHttpResult Refused(Reason reason) => Of(
        StatusCodes.Status422UnprocessableEntity, "customer-refused", "The customer was not created", reason, null);

    public static ProblemHttpResult NotFound() => Problem(
        StatusCodes.Status404NotFound, "customer-not-found", "No such customer",
        "The company whose key was sent has no such customer, as far as we have read.", []);

    private static ProblemHttpResult Of(int status, string slug, string title, Reason reason, Customer? standing)
    {
        var said = CustomerSentences.Of(reason);
        var more = new Dictionary<string, object?> { ["code"] = reason.Code, ["message"] = said.Message, ["remedy"] = said.Remedy };
        if (standing is not null)
        {
            more["customer"] = CustomerAnswer.Of(standing);
        }

        return Problem(status, slug, title, $"{said.Message} {said.Remedy}", more);
    }

    private static string SentenceOf(ImmutableArray<FieldError> errors) =>
        string.Join(" ", errors.Select(error => error.Field.Length == 0 ? error.Message : $"{error.Field}: {error.Message}"));

    private static ProblemHttpResult Problem(
        int status, string slug, string title, string detail, Dictionary<string, object?> more) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"/problems/{slug}", extensions: more);
}

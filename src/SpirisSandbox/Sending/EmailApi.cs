using System.Globalization;
using System.Text.Json;
using SpirisSandbox.Api;
using SpirisSandbox.Customers;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Sending;

/// <summary>
/// How a document is to be sent by e-mail. What is left out or empty is taken from customer and company.
/// </summary>
/// <remarks>
/// Source: OpenAPI 2026-09, EmailApi: CcRecipients null means no copies, an empty list or none the customer's own;
/// "####" in the subject is replaced by the document's number.
/// </remarks>
public sealed record EmailApi : ApiInput<EmailApi>
{
    public string? Email { get; init; }

    /// <summary>Kept as JSON, since null and left out mean different things.</summary>
    public JsonElement CcRecipients { get; init; }

    public string? Subject { get; init; }

    public string? Message { get; init; }
}

/// <summary>A payment reminder (betalningspåminnelse).</summary>
/// <remarks>Source: OpenAPI 2026-09, PaymentReminderEmailApi.</remarks>
public sealed record PaymentReminderEmailApi : ApiInput<PaymentReminderEmailApi>
{
    public decimal? LatePaymentFee { get; init; }

    public EmailApi? EmailDetails { get; init; }
}

/// <summary>How an invoice is to be sent electronically.</summary>
/// <remarks>Source: OpenAPI 2026-09, ElectronicInvoiceRequestApi.</remarks>
public sealed record ElectronicInvoiceRequestApi : ApiInput<ElectronicInvoiceRequestApi>
{
    public int? SendType { get; init; }
}

/// <summary>An e-mail with everything filled in.</summary>
internal sealed record Letter(string To, IReadOnlyList<string> Copies, string Subject, string? Message)
{
    private const int MostCopies = 5;

    /// <param name="address">The customer's address for this kind of document.</param>
    /// <param name="subject">What stands before the company's name when no subject is given.</param>
    public static Making<Letter> Of(
        SalesWork work,
        EmailApi? email,
        CustomerApi customer,
        string? address,
        string subject,
        string? message,
        int number)
    {
        var copies = CopiesOf(email, customer);
        var errors = new FieldErrors();
        errors.AtMost(nameof(email.Email), email?.Email, 255);
        if (copies.Count > MostCopies)
        {
            errors.Add(nameof(email.CcRecipients), $"There can be at most {MostCopies} CC recipients.");
        }

        if (errors.Any)
        {
            return new Making<Letter>.Refused(errors.Refusal());
        }

        if ((Or(email?.Email, address) ?? customer.EmailAddress) is not { Length: > 0 } to)
        {
            return new Making<Letter>.Refused(SalesWork.Refuse(
                work.Sales.NoEmailAddressError,
                nameof(email.Email),
                "The e-mail was not sent: there is no e-mail address."));
        }

        var title = Or(email?.Subject, $"{subject} {work.Company.Settings.Name}")!
            .Replace("####", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new Making<Letter>.Made(new Letter(to, copies, title, Or(email?.Message, message)));
    }

    private static IReadOnlyList<string> CopiesOf(EmailApi? email, CustomerApi customer) => email?.CcRecipients switch
    {
        { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() > 0 =>
            [.. list.EnumerateArray().Select(copy => copy.ToString())],
        _ => customer.EmailAddresses ?? [],
    };

    private static string? Or(string? given, string? otherwise) => string.IsNullOrWhiteSpace(given) ? otherwise : given;
}

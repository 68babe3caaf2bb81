using System.Collections.Immutable;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text.Json;
using OpenOne.BackOffice.Closings;
using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Customers;

/// <summary>Reads a posted customer at the edge, so that nothing behind it meets a malformed one.</summary>
internal static class CustomerReader
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int MaxBytes = 16_000;

    /// <summary>Reads a document. Throws for no input whatever.</summary>
    public static CustomerDocumentReading Read(ReadOnlySpan<byte> document)
    {
        CustomerDocument customer;
        try
        {
            customer = JsonSerializer.Deserialize<CustomerDocument>(document, CustomerDocument.Json)
                ?? throw new JsonException("The document is null.");
        }
        catch (JsonException problem)
        {
            var field = problem.Path is { Length: > 2 } path ? path[2..] : "";
            return new CustomerDocumentReading.Malformed([new FieldError(field, "The document is not a customer as the contract describes it.")]);
        }

        return Read(customer);
    }

    private static CustomerDocumentReading Read(CustomerDocument posted)
    {
        var errors = new List<FieldError>();
        var isPrivatePerson = posted.IsPrivatePerson is true;
        var country = Text("countryCode", posted.CountryCode, 2, errors)?.ToUpperInvariant();
        var number = Text("organisationNumber", posted.OrganisationNumber, 20, errors);
        var wanted = new NewCustomer
        {
            CustomerNumber = Text("customerNumber", posted.CustomerNumber, 16, errors),
            Name = Needed("name", posted.Name, 50, errors),
            IsPrivatePerson = isPrivatePerson,
            OrganisationNumber = number,
            Email = Text("email", posted.Email, 255, errors),
            Address = Text("address", posted.Address, 50, errors),
            PostalCode = Needed("postalCode", posted.PostalCode, 10, errors),
            City = Needed("city", posted.City, 50, errors),
            CountryCode = country,
        };
        if (country is not null && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
        {
            errors.Add(new("countryCode", CustomerSentences.CountryCode));
        }

        if (wanted.Email is { } email && (!MailAddress.TryCreate(email, out var address) || address.Address != email))
        {
            errors.Add(new("email", CustomerSentences.Email));
        }

        if (errors.Count > 0)
        {
            return new CustomerDocumentReading.Malformed([.. errors]);
        }

        return WrongNumber(wanted) is { } wrong
            ? new CustomerDocumentReading.Unacceptable([new("organisationNumber", wrong)])
            : new CustomerDocumentReading.Read(wanted, HashOf(wanted));
    }

    private static string? WrongNumber(NewCustomer wanted) => wanted.OrganisationNumber switch
    {
        { } number => CustomerSentences.Of(IdentityCheck.Of(number, wanted.IsPrivatePerson, wanted.CountryCode), wanted.IsPrivatePerson),
        null when !wanted.IsPrivatePerson && CustomerIdentity.IsSwedish(wanted.CountryCode) => CustomerSentences.NumberMissing,
        null => null,
    };

    private static string Needed(string field, string? value, int longest, List<FieldError> errors)
    {
        if (Text(field, value, longest, errors) is { } text)
        {
            return text;
        }

        errors.Add(new(field, CustomerSentences.Missing));
        return "";
    }

    private static string? Text(string field, string? value, int longest, List<FieldError> errors)
    {
        var text = value?.Trim();
        if (text?.Length > longest)
        {
            errors.Add(new(field, CustomerSentences.TooLong(longest)));
        }
        else if (text?.Any(char.IsControl) is true)
        {
            errors.Add(new(field, CustomerSentences.ControlCharacter));
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>What was said, whatever its white space, its order and the way its number is written.</summary>
    private static string HashOf(NewCustomer wanted) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new[]
        {
            wanted.CustomerNumber, wanted.Name, wanted.IsPrivatePerson ? "person" : "company", wanted.Identity?.Key, wanted.Email,
            wanted.Address, wanted.PostalCode, wanted.City, wanted.CountryCode,
        })));
}

/// <summary>What a posted customer turned out to be.</summary>
/// <remarks>Cases stand in order of precedence.</remarks>
internal abstract record CustomerDocumentReading
{
    private CustomerDocumentReading()
    {
    }

    /// <summary>Not a customer by its shape: not JSON, or a member is missing, unknown, too long or of the wrong type.</summary>
    public sealed record Malformed(ImmutableArray<FieldError> Errors) : CustomerDocumentReading;

    /// <summary>A customer by its shape, but with a number that nobody has.</summary>
    public sealed record Unacceptable(ImmutableArray<FieldError> Errors) : CustomerDocumentReading;

    /// <summary>A customer that may be created.</summary>
    public sealed record Read(NewCustomer Customer, string ContentHash) : CustomerDocumentReading;
}

using System.Globalization;
using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Customers;

/// <summary>A customer as a till gets it.</summary>
/// <param name="Id">Spiris' id.</param>
/// <param name="CustomerNumber">Its number in Spiris, by which an invoice receipt names it.</param>
/// <param name="Name">Name.</param>
/// <param name="IsPrivatePerson">Whether it is a private person.</param>
/// <param name="OrganisationNumber">Organisation number; of a private person the date of birth only, <c>800101-****</c>: a till
/// needs no more, and should keep no more.</param>
/// <param name="Email">Where invoices are sent.</param>
/// <param name="Address">Street address.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="City">City.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="State"><c>active</c>; <c>inactive</c>: invoices are refused; <c>gone</c>: deleted in Spiris, to be forgotten.</param>
/// <param name="ChangedAt">When it last changed here.</param>
/// <param name="Message">Why it cannot be invoiced, for the cashier; <see langword="null"/> when it can.</param>
/// <param name="Remedy">What to do about that.</param>
public sealed record CustomerAnswer(
    string Id,
    string CustomerNumber,
    string Name,
    bool IsPrivatePerson,
    string? OrganisationNumber,
    string? Email,
    string? Address,
    string? PostalCode,
    string? City,
    string? CountryCode,
    string State,
    DateTimeOffset ChangedAt,
    string? Message,
    string? Remedy)
{
    internal static CustomerAnswer Of(Customer customer)
    {
        var why = customer.State is CustomerState.Inactive ? CustomerSentences.Of(CustomerSentences.WhyNot(customer)) : null;
        return new(
            customer.SpirisId, customer.CustomerNumber, customer.Name, customer.IsPrivatePerson, NumberOf(customer), customer.Email,
            customer.Address, customer.PostalCode, customer.City, customer.CountryCode,
            customer.State.ToString().ToLower(CultureInfo.InvariantCulture), customer.ChangedAt, why?.Message, why?.Remedy);
    }

    private static string? NumberOf(Customer customer) => (customer.IsPrivatePerson, customer.Identity) switch
    {
        (false, _) => customer.OrganisationNumber,
        (true, { Length: 10 } digits) => $"{digits[..6]}-****",
        (true, not null) => "****",
        (true, null) => null,
    };
}

/// <summary>Customers, a page of them.</summary>
/// <param name="Customers">In alphabetical order; or, where changes were asked for, in the order in which they changed.</param>
/// <param name="Next">Where the next page is; <see langword="null"/> on the last.</param>
/// <param name="ChangedUntil">To be given as <c>changedSince</c> when asking for what changes from now on.</param>
/// <param name="Freshness">How fresh they are.</param>
public sealed record CustomerPage(
    IReadOnlyList<CustomerAnswer> Customers, string? Next, DateTimeOffset? ChangedUntil, CustomerFreshness Freshness);

/// <summary>How fresh a company's customers are.</summary>
/// <param name="IsFresh">Whether they are as they stood in Spiris a minute ago or later.</param>
/// <param name="ReadAt">When they were last read from Spiris; <see langword="null"/> if never.</param>
/// <param name="AgeSeconds">How long ago that is.</param>
/// <param name="Message">What keeps us from reading them, if anything does.</param>
/// <param name="Remedy">What to do about that.</param>
public sealed record CustomerFreshness(bool IsFresh, DateTimeOffset? ReadAt, long? AgeSeconds, string? Message, string? Remedy);

/// <summary>A customer that is not created yet.</summary>
/// <param name="State"><c>waiting</c>: nothing has reached Spiris; <c>uncertain</c>: it may stand there, and is looked for.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record CreationAnswer(string State, string? Message, string? Remedy)
{
    internal static CreationAnswer Of(CustomerCreation creation)
    {
        var said = creation.Reasons is [var first, ..] ? CustomerSentences.Of(first) : null;
        return new(creation.State is CreationState.Waiting ? "waiting" : "uncertain", said?.Message, said?.Remedy);
    }
}

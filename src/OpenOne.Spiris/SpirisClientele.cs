using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris;

/// <summary>All the customers of one company in Spiris: read as they change, and created once.</summary>
/// <remarks>Creating takes no idempotency key either, so a customer is sent once and never repeated in here. Source: OpenAPI
/// 2026-09, <c>GET</c> and <c>POST /v2/customers</c>, <c>GET /v2/termsofpayments</c>.</remarks>
public sealed class SpirisClientele(SpirisConnection connection, SpirisAccessSource access)
{
    private const int NumberConflict = 4000;
    private const int NetDays = 0;
    private const int UsualDays = 30;

    private readonly AuthorisedCalls _calls = new(connection, access);
    private readonly ResourceReader _reader = new(new(connection, access));

    /// <summary>Every customer, or every one that came or changed at <paramref name="since"/> or later, by Spiris' clock.</summary>
    /// <remarks>That customers can be picked by <c>ChangedUtc</c> is what clients in use rely on for stamps of this kind; it is not
    /// documented which members can. Where Spiris refuses it, the whole list still can be read.</remarks>
    public async Task<SpirisAnswer<SpirisList<CustomerSight>>> ReadAsync(
        DateTimeOffset? since, QuotaUse use, CancellationToken cancellation)
    {
        var filter = since is { } moment
            ? $"&$filter={Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"ChangedUtc ge {moment.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z"))}"
            : "";
        var answer = await _reader.ReadListAsync(
            "customers", filter, SpirisJson.Default.PageSpirisCustomer, customer => customer.Id, use, cancellation);
        return answer.Map(list => new SpirisList<CustomerSight>(
            [.. list.Items.Select(customer => Sighted(customer, list.AsOf))], list.AsOf));
    }

    /// <summary>The terms of payment that a new customer gets: the company's own, else the usual thirty days, else any.</summary>
    public async Task<SpirisAnswer<ImmutableArray<Guid>>> ReadTermsOfPaymentAsync(CancellationToken cancellation)
    {
        var settings = await _reader.ReadAsync("companysettings", SpirisJson.Default.CompanySettings, cancellation);
        if (settings is not SpirisAnswer<CompanySettings>.Read(var company))
        {
            return settings.Map<ImmutableArray<Guid>>(_ => throw new UnreachableException("The settings were not read."));
        }

        var answer = await _reader.ReadListAsync(
            "termsofpayments", "", SpirisJson.Default.PageSpirisTermsOfPayment, terms => terms.Id, QuotaUse.Search, cancellation);
        return answer.Map(list => list.Items
            .Where(terms => terms.AvailableForSales is not false)
            .OrderByDescending(terms => terms.Id == company.TermsOfPaymentId)
            .ThenByDescending(terms => terms is { TermsOfPaymentTypeId: NetDays, NumberOfDays: UsualDays })
            .ThenByDescending(terms => terms.TermsOfPaymentTypeId is NetDays)
            .Select(terms => terms.Id).ToImmutableArray());
    }

    /// <summary>The exact bytes that create a customer.</summary>
    public static byte[] Write(NewCustomer customer, Guid termsOfPayment) => JsonSerializer.SerializeToUtf8Bytes(
        new CustomerBody
        {
            CustomerNumber = customer.CustomerNumber,
            CorporateIdentityNumber = customer.OrganisationNumber,
            Name = customer.Name,
            IsPrivatePerson = customer.IsPrivatePerson,
            InvoiceAddress1 = customer.Address,
            InvoicePostalCode = customer.PostalCode,
            InvoiceCity = customer.City,
            InvoiceCountryCode = customer.CountryCode,
            EmailAddress = customer.Email,
            TermsOfPaymentId = termsOfPayment,
        },
        SpirisBodies.Default.CustomerBody);

    /// <summary>Takes a turn in the queue for the endpoint: to be had before the sending is written down.</summary>
    public Task<IDisposable> TakeTurnAsync(CancellationToken cancellation) =>
        connection.QuotaOf("customers").TakeAsync(QuotaUse.Search, cancellation);

    /// <summary>Sends a customer, once. Never repeats what may have arrived.</summary>
    /// <param name="body">What <see cref="Write"/> made.</param>
    /// <param name="mayLeave">Asked immediately before the bytes leave; when it says no, nothing does.</param>
    /// <param name="cancellation">Cancelled at the latest moment at which an answer can still be used.</param>
    public async Task<CustomerPosting> PostAsync(ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation)
    {
        try
        {
            return Judge(await _calls.PostAsync("customers", body, mayLeave, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new CustomerPosting.Uncertain("Time was up before Spiris had answered.");
        }
    }

    private CustomerPosting Judge(Exchange exchange) => exchange switch
    {
        Exchange.NotSent(var problem, var retryAfter) => new CustomerPosting.Unavailable(problem, retryAfter),
        Exchange.NoAccess(var problem) => new CustomerPosting.AccessLost(problem),
        Exchange.Lost(var problem) => new CustomerPosting.Uncertain(problem),
        Exchange.Answered { Status: HttpStatusCode.Created or HttpStatusCode.OK } answer => ReadCreated(answer),
        Exchange.Answered { Status: HttpStatusCode.TooManyRequests } answer =>
            new CustomerPosting.Unavailable(answer.Described, answer.RetryAfter),
        Exchange.Answered { Error.Code: NumberConflict } answer => new CustomerPosting.NumberTaken(answer.Error.Message ?? answer.Described),
        Exchange.Answered { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } answer =>
            ErrorTable.VerdictOn(answer.Error) switch
            {
                Verdict.Refused(_, var reason) => new CustomerPosting.Refused(ReasonFor(reason, answer)),
                Verdict.Later => new CustomerPosting.Unavailable(answer.Described, answer.RetryAfter),
                Verdict.AccessLost => new CustomerPosting.AccessLost(answer.Described),
                Verdict.Unknown => new CustomerPosting.Uncertain(answer.Described),
                _ => throw new UnreachableException("The cases of Verdict are closed."),
            },
        Exchange.Answered answer => new CustomerPosting.Uncertain(answer.Described),
        _ => throw new UnreachableException("The cases of Exchange are closed."),
    };

    private CustomerPosting ReadCreated(Exchange.Answered answer)
    {
        try
        {
            if (JsonSerializer.Deserialize(answer.Body.Span, SpirisJson.Default.SpirisCustomer) is { CustomerNumber.Length: > 0 } customer
                && customer.Id != Guid.Empty)
            {
                return new CustomerPosting.Created(Sighted(customer, connection.Clock.GetUtcNow()));
            }
        }
        catch (JsonException)
        {
            return new CustomerPosting.Uncertain("Spiris has created a customer, but its answer cannot be read.");
        }

        return new CustomerPosting.Uncertain("Spiris has created a customer, but its answer holds no id and number.");
    }

    /// <summary>A customer in our own terms. One that does not say whether it is active is: the member is required of a new
    /// one.</summary>
    private static CustomerSight Sighted(SpirisCustomer customer, DateTimeOffset asOf) => new(
        customer.Id.ToString(), customer.CustomerNumber ?? "", customer.Name, customer.CorporateIdentityNumber,
        customer.IsPrivatePerson is true, customer.IsActive is not false, customer.EmailAddress, customer.InvoiceAddress1,
        customer.InvoicePostalCode, customer.InvoiceCity, customer.InvoiceCountryCode, customer.ChangedUtc ?? asOf);

    private static Reason ReasonFor(string code, Exchange.Answered answer)
    {
        var said = answer.Error.Message ?? answer.Described;
        return code is ReasonCodes.NoAccess or ReasonCodes.CompanyNotActive
            ? Reason.Of(code, said)
            : Reason.Of(CustomerReasons.Refused, said);
    }
}

/// <summary>The body of <c>POST /v2/customers</c>.</summary>
/// <remarks>Unlike <see cref="NewSpirisCustomer"/>, the number may be left to Spiris: what has one of its own series is not given
/// another's. Source: OpenAPI 2026-09, <c>CustomerApi</c>.</remarks>
internal sealed record CustomerBody
{
    public string? CustomerNumber { get; init; }

    public string? CorporateIdentityNumber { get; init; }

    public required string Name { get; init; }

    public required bool IsPrivatePerson { get; init; }

    public bool IsActive { get; init; } = true;

    public string? InvoiceAddress1 { get; init; }

    public required string InvoicePostalCode { get; init; }

    public required string InvoiceCity { get; init; }

    public string? InvoiceCountryCode { get; init; }

    public string? EmailAddress { get; init; }

    public required Guid TermsOfPaymentId { get; init; }
}

using OpenOne.Domain;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Resources;

/// <summary>The customers of one company in Spiris.</summary>
/// <remarks>Every method throws <see cref="OperationCanceledException"/> when it is cancelled, and nothing else for what the wire
/// or Spiris does. Source: OpenAPI 2026-09, <c>/v2/customers</c>.</remarks>
public sealed class SpirisCustomers(SpirisConnection connection, SpirisAccessSource access)
{
    private const string Customers = "customers";

    private readonly ResourceReader _reader = new(new(connection, access));
    private readonly ResourceWriter _writer = new(connection, new(connection, access));

    /// <summary>The customer with a number; <see langword="null"/> when there is none.</summary>
    /// <remarks>Spiris picks; what it sends back is matched here.</remarks>
    public async Task<SpirisAnswer<SpirisCustomer?>> FindAsync(string customerNumber, CancellationToken cancellation)
    {
        var found = await ReadAsync($"CustomerNumber eq {Filter.Text(customerNumber)}", QuotaUse.Work, cancellation);
        return found.Map(list => list.Items.FirstOrDefault(
            customer => string.Equals(customer.CustomerNumber?.Trim(), customerNumber, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The customers with an organisation number, written with or without its hyphen.</summary>
    /// <remarks>Spiris lets several have the same, so it is for the caller to see whether there is one.</remarks>
    public async Task<SpirisAnswer<SpirisList<SpirisCustomer>>> FindAsync(OrganisationNumber number, CancellationToken cancellation) =>
        await ReadAsync(
            $"CorporateIdentityNumber eq {Filter.Text(number.Digits)} or CorporateIdentityNumber eq {Filter.Text(number.ToString())}",
            QuotaUse.Work, cancellation);

    /// <summary>Creates a customer.</summary>
    /// <returns>The customer; <see cref="SpirisAnswer{T}.Refused"/> with 4000 when its number is taken; and
    /// <see cref="SpirisAnswer{T}.Unavailable"/> also when the answer was lost: look for the number before trying again.</returns>
    public Task<SpirisAnswer<SpirisCustomer>> CreateAsync(NewSpirisCustomer customer, CancellationToken cancellation) =>
        _writer.CreateAsync(
            Customers, customer, SpirisBodies.Default.NewSpirisCustomer, SpirisJson.Default.SpirisCustomer, cancellation);

    private Task<SpirisAnswer<SpirisList<SpirisCustomer>>> ReadAsync(string filter, QuotaUse use, CancellationToken cancellation) =>
        _reader.ReadListAsync(
            Customers, $"&$filter={Uri.EscapeDataString(filter)}", SpirisJson.Default.PageSpirisCustomer,
            customer => customer.Id, use, cancellation);
}

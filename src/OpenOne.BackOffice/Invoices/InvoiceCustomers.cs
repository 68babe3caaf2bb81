using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Finds the customer of a receipt in Spiris, or makes one of what the receipt says.</summary>
/// <remarks>A customer that is made has a number of ours, which Spiris lets stand once: whatever is lost on the way, it is found
/// again by that number. One that a till has asked for is waited for: its answer may be lost while Spiris has made it.</remarks>
internal sealed class InvoiceCustomers(Guid companyId, InvoicingAccess spiris, InvoiceStore store)
{
    private const int NumberTaken = 4000;

    /// <summary>The customer, active.</summary>
    /// <param name="customer">What the receipt says.</param>
    /// <param name="settings">The company's settings in Spiris.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Preparing<SpirisCustomer>> FindOrMakeAsync(
        InvoiceCustomer customer, CompanySettings settings, CancellationToken cancellation)
    {
        var number = customer.CustomerNumber?.Trim() is { Length: > 0 } stated ? stated : NumberFor(customer);
        CustomerIdentity? identity = CustomerIdentity.TryRead(customer.OrganisationNumber, customer.CountryCode, out var read) ? read : null;

        // Before Spiris is looked at: one that has come to its end by now is found there.
        var isBeingCreated = await store.IsBeingCreatedAsync(companyId, number, identity?.Key, cancellation);
        var byNumber = await spiris.Customers.FindAsync(number, cancellation);
        if (byNumber is SpirisAnswer<SpirisCustomer?>.Read({ } found))
        {
            return Active(found);
        }

        if (byNumber is not SpirisAnswer<SpirisCustomer?>.Read)
        {
            return Preparing<SpirisCustomer>.Of(byNumber, _ => Unknown(customer));
        }

        // A customer that people have made bears a number that no register knows.
        if (customer.CustomerNumber is null && OrganisationNumber.TryParse(customer.OrganisationNumber?.Trim(), out var organisation))
        {
            var byOrganisation = await spiris.Customers.FindAsync(organisation, cancellation);
            if (byOrganisation is not SpirisAnswer<SpirisList<SpirisCustomer>>.Read({ Items: [] }))
            {
                return Preparing<SpirisCustomer>.Of(byOrganisation, list => One([.. list.Items]));
            }
        }

        return isBeingCreated
            ? new Preparing<SpirisCustomer>.Waiting(Reason.Of(InvoiceReasonCodes.CustomerBeingCreated, Described(customer)))
            : await MakeAsync(customer, number, settings, cancellation);
    }

    private async Task<Preparing<SpirisCustomer>> MakeAsync(
        InvoiceCustomer customer, string number, CompanySettings settings, CancellationToken cancellation)
    {
        if (customer is not { Name: { Length: > 0 } name, PostalCode: { Length: > 0 } postalCode, City: { Length: > 0 } city }
            || settings.TermsOfPaymentId is not { } terms)
        {
            return Unknown(customer);
        }

        var made = await spiris.Customers.CreateAsync(
            new NewSpirisCustomer
            {
                CustomerNumber = number,
                CorporateIdentityNumber = customer.OrganisationNumber,
                Name = name,
                IsPrivatePerson = customer.IsPrivatePerson ?? customer.OrganisationNumber is null,
                InvoiceAddress1 = customer.Address,
                InvoicePostalCode = postalCode,
                InvoiceCity = city,
                InvoiceCountryCode = customer.CountryCode?.ToUpperInvariant() ?? "SE",
                EmailAddress = customer.Email,
                TermsOfPaymentId = terms,
            },
            cancellation);
        if (made is SpirisAnswer<SpirisCustomer>.Refused(NumberTaken, _))
        {
            // Somebody was quicker, or our own earlier request had arrived after all.
            var found = await spiris.Customers.FindAsync(number, cancellation);
            return Preparing<SpirisCustomer>.Of(found, there => there is null ? Unknown(customer) : Active(there));
        }

        return Preparing<SpirisCustomer>.Of(made, Active);
    }

    private static Preparing<SpirisCustomer> One(List<SpirisCustomer> customers)
    {
        var active = customers.FindAll(customer => customer.IsActive is not false);
        return active switch
        {
            [var only] => new Preparing<SpirisCustomer>.Ready(only),
            [] => Active(customers[0]),
            _ => Refused(InvoiceReasonCodes.CustomerAmbiguous, string.Join(", ", active.Select(customer => customer.CustomerNumber))),
        };
    }

    private static Preparing<SpirisCustomer> Active(SpirisCustomer customer) => customer.IsActive is not false
        ? new Preparing<SpirisCustomer>.Ready(customer)
        : Refused(InvoiceReasonCodes.CustomerInactive, $"{customer.CustomerNumber} {customer.Name}");

    private static Preparing<SpirisCustomer>.Refused Unknown(InvoiceCustomer customer) =>
        Refused(InvoiceReasonCodes.CustomerUnknown, Described(customer));

    private static string Described(InvoiceCustomer customer) =>
        string.Join(", ", new[] { customer.CustomerNumber, customer.Name, customer.OrganisationNumber }.OfType<string>());

    private static Preparing<SpirisCustomer>.Refused Refused(string code, string about) => new([Reason.Of(code, about)]);

    /// <summary>The number of a customer that no number is known of: the same for the same customer, whoever asks.</summary>
    private static string NumberFor(InvoiceCustomer customer)
    {
        var identity = customer.OrganisationNumber is { Length: > 0 } organisation
            ? string.Concat(organisation.Where(char.IsAsciiLetterOrDigit))
            : string.Create(CultureInfo.InvariantCulture, $"{customer.Name}|{customer.PostalCode}|{customer.City}").ToUpperInvariant();
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
        return $"OO{hash[..10]}";
    }
}

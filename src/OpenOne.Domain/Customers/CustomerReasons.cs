namespace OpenOne.Domain.Customers;

/// <summary>The codes of what is the matter with a customer, beside <see cref="Delivery.ReasonCodes"/>.</summary>
public static class CustomerReasons
{
    /// <summary>A customer with that number or identity stands there already. Argument: its number and name.</summary>
    public const string Exists = "customer-exists";

    /// <summary>The customer stands there, but is not active. Argument: its number and name.</summary>
    public const string Inactive = "customer-inactive";

    /// <summary>The number was taken by another customer meanwhile. Argument: what Spiris said.</summary>
    public const string NumberTaken = "customer-number-taken";

    /// <summary>Spiris refused the customer. Argument: what it said.</summary>
    public const string Refused = "customer-refused";

    /// <summary>No terms of payment can be chosen for customers.</summary>
    public const string TermsOfPaymentMissing = "terms-of-payment-missing";

    /// <summary>The company does not invoice through the integration.</summary>
    public const string InvoicingOff = "invoicing-off";
}

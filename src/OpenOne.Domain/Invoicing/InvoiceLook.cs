using System.Collections.Immutable;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Invoicing;

/// <summary>What a look at Spiris for everything with a receipt's key came to.</summary>
/// <remarks>A look that failed is never "not there".</remarks>
public abstract record InvoiceLook
{
    private InvoiceLook()
    {
    }

    /// <summary>All of it, at <paramref name="AsOf"/> by Spiris' own clock.</summary>
    /// <param name="Made">Invoices or orders with the key, each with its id and number.</param>
    /// <param name="Drafts">Drafts with the key, by id: nothing is booked by them, and they can be taken away.</param>
    /// <param name="AsOf">Nothing that was there then is missing.</param>
    public sealed record Seen(ImmutableArray<PostedVoucher> Made, ImmutableArray<string> Drafts, DateTimeOffset AsOf) : InvoiceLook;

    /// <summary>It did not come through, so nothing is known.</summary>
    public sealed record Failed(string Problem, TimeSpan? RetryAfter = null) : InvoiceLook;

    /// <summary>Spiris will not tell us: a module or a right is missing. So nothing is known.</summary>
    public sealed record Refused(string Problem) : InvoiceLook;

    /// <summary>Our access was withdrawn, so nothing is known.</summary>
    public sealed record AccessLost(string Problem) : InvoiceLook;
}

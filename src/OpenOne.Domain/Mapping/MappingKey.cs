using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>What an account is mapped to: one kind of amount on a Z-report.</summary>
/// <remarks>Equal by value. <see cref="object.ToString"/> is the key as people and files write it, such as
/// <c>sales food/12</c> or <c>payment card</c>.</remarks>
public abstract record MappingKey
{
    private MappingKey()
    {
    }

    /// <summary>Sales of one product group at one rate, without VAT. Eat-in and takeaway differ by rate.</summary>
    public sealed record Sales(ProductGroup Group, VatRate Rate) : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => $"sales {Group}/{Rate.Percent}";
    }

    /// <summary>Sales of one product group at any rate that has no row of its own.</summary>
    public sealed record SalesOfGroup(ProductGroup Group) : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => $"sales {Group}/*";
    }

    /// <summary>Sales at one rate of any product group that has no row of its own.</summary>
    public sealed record SalesAtRate(VatRate Rate) : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => $"sales */{Rate.Percent}";
    }

    /// <summary>Output VAT (utgående moms) at one rate.</summary>
    public sealed record OutputVat(VatRate Rate) : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => $"vat {Rate.Percent}";
    }

    /// <summary>What was tendered with one means of payment, tips included.</summary>
    public sealed record Payment(PaymentMeans Means) : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => $"payment {Means}";
    }

    /// <summary>Gift cards sold and redeemed, where the product group and the means have no row of their own.</summary>
    public sealed record GiftCards : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "gift-cards";
    }

    /// <summary>Gift cards sold (presentkort), where the product group has no row of its own.</summary>
    public sealed record GiftCardsSold : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "gift-cards-sold";
    }

    /// <summary>Gift cards redeemed, where the means has no row of its own.</summary>
    public sealed record GiftCardsRedeemed : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "gift-cards-redeemed";
    }

    /// <summary>Gift cards that expired, where the product group has no row of its own: an income without VAT.</summary>
    public sealed record GiftCardsExpired : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "gift-cards-expired";
    }

    /// <summary>Tips (dricks), a debt to the staff.</summary>
    public sealed record Tips : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "tips";
    }

    /// <summary>Tips that the staff take out of the till the same night; optional. Where it is mapped, tips are credited to it,
    /// the account of the cash in the drawer, instead of becoming a debt, and less cash is expected at closing.</summary>
    public sealed record TipsPaidOut : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "tips-paid-out";
    }

    /// <summary>Cash rounding (öresavrundning).</summary>
    public sealed record Rounding : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "rounding";
    }

    /// <summary>Cash counted less cash expected (kassadifferens).</summary>
    public sealed record CashDifference : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "cash-difference";
    }

    /// <summary>Cash taken out of the drawer; optional: without it withdrawals are booked by hand.</summary>
    public sealed record CashWithdrawals : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "cash-withdrawals";
    }

    /// <summary>Cash put into the drawer; optional: without it deposits are booked by hand.</summary>
    public sealed record CashDeposits : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "cash-deposits";
    }

    /// <summary>Sales and payments that have no account yet, until somebody gives them one (observationskonto); optional.</summary>
    public sealed record Suspense : MappingKey
    {
        /// <inheritdoc/>
        public override string ToString() => "suspense";
    }
}

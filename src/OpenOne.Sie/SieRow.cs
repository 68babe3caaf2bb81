using System.Collections.Immutable;

namespace OpenOne.Sie;

/// <summary>How a row came into its voucher.</summary>
public enum SieRowKind
{
    /// <summary><c>#TRANS</c>: as the voucher was made.</summary>
    Booked = 1,

    /// <summary><c>#RTRANS</c> and the <c>#TRANS</c> that repeats it: added afterwards.</summary>
    Added = 2,

    /// <summary><c>#BTRANS</c>: struck out afterwards. It does not count.</summary>
    Removed = 3,
}

/// <summary>A row of a voucher (transaktion, <c>#TRANS</c>).</summary>
/// <param name="Account">The account.</param>
/// <param name="AmountOre">In öre; debit positive, credit negative.</param>
/// <param name="Text">What it is about; may be empty.</param>
public readonly record struct SieRow(string Account, long AmountOre, string Text = "")
{
    // Kept as the difference from the usual, so that a row nobody said more about is an ordinary one.
    private readonly ImmutableArray<SieObjectReference> _objects;

    // What hardly any row has does not make all of them larger.
    private readonly Rarities? _rarities;

    /// <summary>How it came into the voucher.</summary>
    public SieRowKind Kind
    {
        get => _rarities?.Kind ?? SieRowKind.Booked;
        init => _rarities = Rarities.Of(value, Date, Quantity, Sign);
    }

    /// <summary>The profit unit, project and so on that it belongs to.</summary>
    public ImmutableArray<SieObjectReference> Objects
    {
        get => _objects.IsDefault ? [] : _objects;
        init => _objects = value;
    }

    /// <summary>The day of the row, where it is stated apart from that of the voucher.</summary>
    public DateOnly? Date
    {
        get => _rarities?.Date;
        init => _rarities = Rarities.Of(Kind, value, Quantity, Sign);
    }

    /// <summary>A quantity in the account's unit.</summary>
    public decimal? Quantity
    {
        get => _rarities?.Quantity;
        init => _rarities = Rarities.Of(Kind, Date, value, Sign);
    }

    /// <summary>Who entered it.</summary>
    public string Sign
    {
        get => _rarities?.Sign ?? "";
        init => _rarities = Rarities.Of(Kind, Date, Quantity, value);
    }

    /// <summary>Whether it has nothing but an account, an amount and perhaps a text.</summary>
    internal bool IsPlain => _rarities is null && (_objects.IsDefault || _objects.IsEmpty);

    /// <summary>Whether it is part of what is booked.</summary>
    public bool Counts => Kind is not SieRowKind.Removed;

    /// <summary>Whether two rows say the same, whichever way they came into their vouchers.</summary>
    public bool SaysTheSameAs(SieRow other) => Account == other.Account && AmountOre == other.AmountOre
        && Text == other.Text && Date == other.Date && Quantity == other.Quantity && Sign == other.Sign
        && Objects.AsSpan().SequenceEqual(other.Objects.AsSpan());

    /// <inheritdoc/>
    public bool Equals(SieRow other) => Kind == other.Kind && SaysTheSameAs(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Account, AmountOre, Text, Kind);

    private sealed record Rarities(SieRowKind Kind, DateOnly? Date, decimal? Quantity, string Sign)
    {
        public static Rarities? Of(SieRowKind kind, DateOnly? date, decimal? quantity, string? sign) =>
            kind is 0 or SieRowKind.Booked && date is null && quantity is null && string.IsNullOrEmpty(sign)
                ? null : new(kind is 0 ? SieRowKind.Booked : kind, date, quantity, sign ?? "");
    }
}

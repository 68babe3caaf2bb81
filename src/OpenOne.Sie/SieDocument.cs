using System.Collections.Immutable;

namespace OpenOne.Sie;

/// <summary>A SIE file as a whole, for files that fit in memory.</summary>
/// <remarks>For those that may not, there is <see cref="SieWriter"/>, which holds one
/// voucher at a time.</remarks>
public sealed record SieDocument
{
    /// <summary>Who made it, of which company, and what it is.</summary>
    public SieIdentification Identification { get; init; } = new();

    /// <summary>The chart of accounts.</summary>
    public ImmutableArray<SieAccount> Accounts { get; init; } = [];

    /// <summary>The dimensions.</summary>
    public ImmutableArray<SieDimension> Dimensions { get; init; } = [];

    /// <summary>The values of the dimensions.</summary>
    public ImmutableArray<SieObject> Objects { get; init; } = [];

    /// <summary>Every balance that is stated.</summary>
    public ImmutableArray<SieBalance> Balances { get; init; } = [];

    /// <summary>The vouchers, in the order of the file.</summary>
    public ImmutableArray<SieVoucher> Vouchers { get; init; } = [];

    /// <summary>Writes it. The same document gives the same bytes, always.</summary>
    /// <exception cref="ArgumentException">It breaks a rule of the format: see <see cref="SieWriter"/>.</exception>
    /// <exception cref="InvalidOperationException">What its kind must have is missing.</exception>
    public void Write(Stream output)
    {
        var writer = new SieWriter(output, Identification);
        foreach (var account in Accounts)
        {
            writer.Write(account);
        }

        foreach (var dimension in Dimensions)
        {
            writer.Write(dimension);
        }

        foreach (var value in Objects)
        {
            writer.Write(value);
        }

        foreach (var balance in Balances)
        {
            writer.Write(balance);
        }

        foreach (var voucher in Vouchers)
        {
            writer.Write(voucher);
        }

        writer.Complete();
    }
}

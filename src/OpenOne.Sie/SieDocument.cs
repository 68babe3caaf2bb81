using System.Collections.Immutable;
using System.Globalization;

namespace OpenOne.Sie;

/// <summary>A SIE file as a whole, for files that fit in memory.</summary>
/// <remarks>For those that may not, there are <see cref="SieWriter"/> and <see cref="SieReader"/>, which hold one
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

    /// <summary>Reads a file whole. It never throws for what the file holds.</summary>
    /// <param name="input">Read to its end, or to where the document becomes too large.</param>
    /// <param name="characters">To be named only where it is known, as for a file of one's own.</param>
    /// <param name="maxRows">How many rows of vouchers may be held; beyond that the rest is not read, and told of.</param>
    public static SieReading Read(
        Stream input, SieCharacters characters = SieCharacters.Detected, long maxRows = SieLimits.MaxRowsOfDocument)
    {
        var reader = new SieReader(input, characters);
        var vouchers = ImmutableArray.CreateBuilder<SieVoucher>();
        var rows = 0L;
        while (reader.ReadVoucher() is { } voucher)
        {
            // A voucher without rows takes room too.
            rows += voucher.Rows.Length + 1;
            if (rows > maxRows)
            {
                reader.Findings.Add(
                    voucher.Line, SieProblem.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{maxRows} rows"));
                break;
            }

            vouchers.Add(voucher);
        }

        return new(
            new()
            {
                Identification = reader.Identification,
                Accounts = reader.Accounts,
                Dimensions = reader.Dimensions,
                Objects = reader.Objects,
                Balances = [.. reader.Balances],
                Vouchers = vouchers.DrainToImmutable(),
            },
            reader.Findings);
    }

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

/// <summary>A file that was read, and what was found in it.</summary>
public sealed record SieReading(SieDocument Document, SieFindings Findings);

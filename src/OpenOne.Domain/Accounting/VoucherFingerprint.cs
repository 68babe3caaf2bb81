using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenOne.Domain.Accounting;

/// <summary>What a voucher says, without its texts: a digest of its date and its rows as a multiset of account, debit and
/// credit.</summary>
/// <remarks>
/// The second witness beside <see cref="VoucherKey"/>: it still knows the voucher after somebody has edited the text.
/// Alone it proves nothing, since two registers can have the same day.
/// </remarks>
public readonly record struct VoucherFingerprint
{
    private readonly string? _hex;

    private VoucherFingerprint(string hex) => _hex = hex;

    /// <summary>The digest in lower-case hexadecimal.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public string Hex => _hex ?? throw new InvalidOperationException("No fingerprint was taken.");

    /// <summary>The fingerprint of a voucher of ours.</summary>
    public static VoucherFingerprint Of(Voucher voucher) =>
        Of(voucher.Date, voucher.Rows.Select(row => (row.Account.Number, row.Debit, row.Credit)));

    /// <summary>The fingerprint of everything that a voucher says, texts and series included: what a person approves.</summary>
    /// <remarks>Never compared with <see cref="Of(Voucher)"/>, which must not know what people may edit in the books.</remarks>
    public static VoucherFingerprint OfWhole(Voucher voucher)
    {
        var said = new StringBuilder().Append(voucher.Series).Append('\n').Append(voucher.Text).Append('\n')
            .Append(voucher.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var row in voucher.Rows)
        {
            var centres = row.CostCentres;
            said.Append(CultureInfo.InvariantCulture, $"\n{row.Account} {row.SignedAmount.Ore} {row.Text}")
                .Append(CultureInfo.InvariantCulture, $" {centres.First?.Id} {centres.Second?.Id} {centres.Third?.Id}");
        }

        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString()))));
    }

    /// <summary>The fingerprint of rows as the accounting system states them; rows of zero are left out.</summary>
    public static VoucherFingerprint Of(DateOnly date, IEnumerable<(int Account, Money Debit, Money Credit)> rows)
    {
        var lines = rows.Where(row => row.Debit != Money.Zero || row.Credit != Money.Zero)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Account} {row.Debit.Ore} {row.Credit.Ore}"))
            .Order(StringComparer.Ordinal);
        var said = $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n{string.Join('\n', lines)}";
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said))));
    }

    /// <summary>Reads a digest that was stored.</summary>
    public static VoucherFingerprint FromHex(string hex) => new(hex);

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

using System.Diagnostics.CodeAnalysis;

namespace OpenOne.Domain.Accounting;

/// <summary>A series that vouchers are numbered in (verifikationsserie), such as A or K.</summary>
/// <remarks>
/// One to four letters or digits, upper case. Spiris puts it before the number ("A12") and lists its series nowhere in
/// its API (OpenAPI 2026-09), so a well-formed series may still be unknown there.
/// <c>default</c> is no series, and reading it throws.
/// </remarks>
public readonly record struct VoucherSeries
{
    private readonly string? _name;

    private VoucherSeries(string name) => _name = name;

    /// <summary>The series as it stands before the number.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public string Name => _name ?? throw new InvalidOperationException("No voucher series was given.");

    /// <summary>Reads a series; lower-case letters are raised.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VoucherSeries series)
    {
        var name = text?.Trim().ToUpperInvariant();
        series = name is { Length: >= 1 and <= 4 } && name.All(char.IsLetterOrDigit) ? new(name) : default;
        return series._name is not null;
    }

    /// <summary>Reads a series that is known to be well formed.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not one to four letters or digits.</exception>
    public static VoucherSeries Parse(string text) =>
        TryParse(text, out var series) ? series : throw new FormatException($"'{text}' is not a voucher series.");

    /// <summary>Whether a voucher's number is of this series: the series, and then digits alone.</summary>
    public bool Numbers(string voucherNumber) =>
        voucherNumber.StartsWith(Name, StringComparison.Ordinal)
        && voucherNumber.Length > Name.Length && voucherNumber.AsSpan(Name.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

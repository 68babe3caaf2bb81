using System.Globalization;

namespace OpenOne.Domain.Accounting;

/// <summary>The number of an account in a company's chart (konto i kontoplanen), four digits in the BAS chart.</summary>
/// <remarks>Range: 1000 to 9999. <c>default</c> is no account, and reading it throws.</remarks>
public readonly record struct AccountNumber : IComparable<AccountNumber>
{
    private readonly int _number;

    private AccountNumber(int number) => _number = number;

    /// <summary>The number, 1000 to 9999.</summary>
    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public int Number => _number != 0 ? _number : throw new InvalidOperationException("No account was given.");

    /// <summary>Reads an account number.</summary>
    public static bool TryFrom(int number, out AccountNumber account)
    {
        account = number is >= 1000 and <= 9999 ? new(number) : default;
        return account._number != 0;
    }

    /// <summary>An account number that is known to be one.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> has not four digits.</exception>
    public static AccountNumber From(int number) =>
        TryFrom(number, out var account) ? account : throw new ArgumentOutOfRangeException(nameof(number), number, "An account number has four digits.");

    /// <inheritdoc/>
    public int CompareTo(AccountNumber other) => _number.CompareTo(other._number);

    public static bool operator <(AccountNumber left, AccountNumber right) => left._number < right._number;

    public static bool operator >(AccountNumber left, AccountNumber right) => left._number > right._number;

    public static bool operator <=(AccountNumber left, AccountNumber right) => left._number <= right._number;

    public static bool operator >=(AccountNumber left, AccountNumber right) => left._number >= right._number;

    /// <inheritdoc/>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Readiness;

/// <summary>One thing that was looked at before closings are sent, and what was found.</summary>
/// <param name="Code">One of <see cref="ReadinessCodes"/>.</param>
/// <param name="Status">What was found.</param>
/// <param name="Arguments">What the sentence speaks of: an account, a year, a series.</param>
/// <param name="Reach">What it holds up while it is blocked.</param>
/// <remarks>The sentence and the remedy for people are made where people are, from code and status.</remarks>
public sealed record ReadinessPoint(string Code, ReadinessStatus Status, ImmutableArray<string> Arguments, ReadinessReach Reach)
{
    /// <inheritdoc/>
    public bool Equals(ReadinessPoint? other) =>
        other is not null && (Code, Status, Reach) == (other.Code, other.Status, other.Reach) && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Status, Arguments.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Status} [{string.Join(", ", Arguments)}]{Reach}";

    internal static ReadinessPoint Ok(string code, params ReadOnlySpan<string> arguments) =>
        new(code, ReadinessStatus.Ok, [.. arguments], ReadinessReach.Everything);

    internal static ReadinessPoint Warning(string code, params ReadOnlySpan<string> arguments) =>
        new(code, ReadinessStatus.Warning, [.. arguments], ReadinessReach.Everything);

    internal static ReadinessPoint Blocked(string code, ReadinessReach reach, params ReadOnlySpan<string> arguments) =>
        new(code, ReadinessStatus.Blocked, [.. arguments], reach);
}

/// <summary>What was found.</summary>
public enum ReadinessStatus
{
    /// <summary>As it should be.</summary>
    Ok = 1,

    /// <summary>Closings go, and somebody should look at it.</summary>
    Warning = 2,

    /// <summary>What it reaches is held.</summary>
    Blocked = 3,
}

/// <summary>What a blocked point holds up: everything, some days, some accounts, or invoices alone.</summary>
/// <param name="First">The first day; <see langword="null"/> for any.</param>
/// <param name="Last">The last day; <see langword="null"/> for any.</param>
/// <param name="Account">The only account; <see langword="null"/> for any.</param>
/// <param name="InvoicesOnly">Whether only closings with invoices are held.</param>
public sealed record ReadinessReach(DateOnly? First, DateOnly? Last, AccountNumber? Account, bool InvoicesOnly)
{
    /// <summary>Every closing of the company.</summary>
    public static ReadinessReach Everything { get; } = new(null, null, null, false);

    /// <summary>Closings with invoices.</summary>
    public static ReadinessReach Invoices { get; } = new(null, null, null, true);

    /// <summary>Closings of some days.</summary>
    public static ReadinessReach Days(DateOnly? first, DateOnly? last) => new(first, last, null, false);

    /// <summary>Closings of some days that use an account.</summary>
    public static ReadinessReach Of(AccountNumber account, DateOnly first, DateOnly last) => new(first, last, account, false);

    /// <summary>Whether a voucher is among what is held up.</summary>
    /// <param name="date">The voucher's date.</param>
    /// <param name="accounts">The accounts of its rows.</param>
    /// <param name="hasInvoices">Whether its closing has receipts on invoice.</param>
    public bool Covers(DateOnly date, IEnumerable<AccountNumber> accounts, bool hasInvoices) =>
        (First is null || First <= date) && (Last is null || date <= Last)
        && (Account is not { } one || accounts.Contains(one))
        && (!InvoicesOnly || hasInvoices);

    /// <inheritdoc/>
    public override string ToString() =>
        (this == Everything ? "" : FormattableString.Invariant($" {First:yyyy-MM-dd}..{Last:yyyy-MM-dd}"))
        + (Account is { } account ? $" {account}" : "") + (InvoicesOnly ? " invoices" : "");
}

/// <summary>Every point that was looked at, and what that means for one voucher.</summary>
/// <param name="Points">In the order of the users' guide.</param>
public sealed record ReadinessReport(ImmutableArray<ReadinessPoint> Points)
{
    /// <summary>Whether nothing is blocked.</summary>
    public bool IsReady => !Points.Any(point => point.Status is ReadinessStatus.Blocked);

    /// <summary>The blocked points that hold up a voucher.</summary>
    /// <param name="date">The voucher's date.</param>
    /// <param name="accounts">The accounts of its rows.</param>
    /// <param name="hasInvoices">Whether its closing has receipts on invoice.</param>
    public IEnumerable<ReadinessPoint> Holding(DateOnly date, IReadOnlyCollection<AccountNumber> accounts, bool hasInvoices) =>
        Points.Where(point => point.Status is ReadinessStatus.Blocked && point.Reach.Covers(date, accounts, hasInvoices));
}

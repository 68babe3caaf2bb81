using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Suggestions;

/// <summary>An account of a company's own chart, as far as a suggestion needs to know it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">What the company calls it.</param>
/// <param name="IsActive">Whether anything may be booked on it.</param>
/// <param name="Rate">The rate of its VAT code, where it has one.</param>
public sealed record OwnAccount(AccountNumber Number, string Name, bool IsActive, VatRate? Rate);

/// <summary>Whether an account that is suggested can be booked on.</summary>
public enum AccountFit
{
    /// <summary>The company's chart is not known to us, so nobody has looked.</summary>
    NotChecked = 1,

    /// <summary>It is in the chart and active.</summary>
    Usable = 2,

    /// <summary>It is in the chart, and has to be activated first.</summary>
    Inactive = 3,

    /// <summary>It is not in the chart, and has to be created first.</summary>
    Missing = 4,
}

/// <summary>A company's own chart, or that it is not known.</summary>
public sealed class OwnChart
{
    private readonly Dictionary<AccountNumber, OwnAccount>? _accounts;

    /// <param name="accounts">The accounts; of two with one number the last counts.</param>
    public OwnChart(IEnumerable<OwnAccount> accounts)
    {
        _accounts = [];
        foreach (var account in accounts)
        {
            _accounts[account.Number] = account;
        }
    }

    private OwnChart()
    {
    }

    /// <summary>What there is to say while nobody has read the company's chart.</summary>
    public static OwnChart NotKnown { get; } = new();

    /// <summary>Whether it has been read.</summary>
    public bool IsKnown => _accounts is not null;

    /// <summary>The accounts that may be booked on, by number.</summary>
    public IEnumerable<OwnAccount> Usable =>
        (_accounts ?? []).Values.Where(account => account.IsActive).OrderBy(account => account.Number);

    /// <summary>The account with a number.</summary>
    public OwnAccount? Find(AccountNumber number) => _accounts?.GetValueOrDefault(number);

    /// <summary>Whether an account can be booked on.</summary>
    public AccountFit FitOf(AccountNumber number) => _accounts is null
        ? AccountFit.NotChecked
        : Find(number) switch
        {
            null => AccountFit.Missing,
            { IsActive: false } => AccountFit.Inactive,
            _ => AccountFit.Usable,
        };

    /// <summary>Of several accounts that serve the same end, the first that can be booked on; the first of all when none can.</summary>
    /// <param name="candidates">At least one, the best first.</param>
    public AccountNumber Choose(IReadOnlyList<AccountNumber> candidates)
    {
        foreach (var fit in (AccountFit[])[AccountFit.Usable, AccountFit.Inactive])
        {
            foreach (var candidate in candidates)
            {
                if (FitOf(candidate) == fit)
                {
                    return candidate;
                }
            }
        }

        return candidates[0];
    }
}

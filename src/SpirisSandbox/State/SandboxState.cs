using System.Collections.Concurrent;
using SpirisSandbox.Identity;
using SpirisSandbox.Storage;

namespace SpirisSandbox.State;

/// <summary>Everything the sandbox remembers but its journal and its faults.</summary>
public sealed class SandboxState
{
    /// <summary>The name under which users are stored.</summary>
    internal const string UserRecords = "users";

    private readonly ConcurrentDictionary<Guid, SandboxUser> _users = new();
    private readonly ConcurrentDictionary<Guid, Company> _companies = new();
    private readonly Action<SandboxState> _seed;
    private readonly StateFile? _file;

    /// <param name="seed">Fills an empty state; run again by <see cref="Reset"/>.</param>
    /// <param name="file">Where the state is kept; nowhere when null. What it holds comes before the seed.</param>
    public SandboxState(Action<SandboxState> seed, StateFile? file = null)
    {
        _seed = seed;
        Grants.Changed += change => _file?.Save([(null, change)]);
        var stored = file?.Load() ?? [];
        if (stored.Count > 0)
        {
            StoredState.Restore(this, stored);
            _file = file;
        }
        else
        {
            _file = file;
            seed(this);
        }
    }

    /// <summary>What users have granted to clients, and the codes and tokens that stand for it.</summary>
    public Grants Grants { get; } = new();

    public IEnumerable<SandboxUser> Users => _users.Values.OrderBy(user => user.Email, StringComparer.Ordinal);

    public IEnumerable<Company> Companies =>
        _companies.Values.OrderBy(company => company.Settings.CorporateIdentityNumber, StringComparer.Ordinal);

    public Company? FindCompany(Guid id) => _companies.GetValueOrDefault(id);

    /// <param name="organisationNumber">With its hyphen, as in <c>559999-9991</c>.</param>
    /// <exception cref="InvalidOperationException">No company has it.</exception>
    public Company Company(string organisationNumber) =>
        Companies.Single(company => company.Settings.CorporateIdentityNumber == organisationNumber);

    public SandboxUser? FindUser(Guid id) => _users.GetValueOrDefault(id);

    /// <summary>The user with this e-mail address, whatever its case.</summary>
    public SandboxUser? FindUser(string email) =>
        _users.Values.FirstOrDefault(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase));

    public void Put(SandboxUser user)
    {
        _users[user.Id] = user;
        _file?.Save([(null, new Change(UserRecords, user.Id, user))]);
    }

    public void Put(Company company)
    {
        _companies[company.Id] = company;
        company.Committed += Store;
        _file?.Save(company.Registers
            .SelectMany(register => register.Everything())
            .Select(change => ((Guid?)company.Id, change)));
    }

    /// <summary>Gives a user a new password, which ends every grant of that user.</summary>
    /// <remarks>Source: knowledge base, "eAccounting API": a password change invalidates tokens.</remarks>
    public void ChangePassword(SandboxUser user, string password)
    {
        Put(user with { Password = password });
        Grants.RevokeAllOf(user.Id);
    }

    /// <summary>Forgets everything and seeds anew.</summary>
    public void Reset()
    {
        Forget();
        _seed(this);
    }

    /// <summary>Puts what was stored in the place of everything.</summary>
    /// <exception cref="System.Text.Json.JsonException">A record is not what its kind says; nothing was changed.</exception>
    internal void Replace(IReadOnlyList<StoredRecord> records)
    {
        // Tried out on the side first: a snapshot that cannot be read must not cost the state there is.
        _ = new SandboxState(fresh => StoredState.Restore(fresh, records));
        Forget();
        StoredState.Restore(this, records);
    }

    // Not of a company that a reset has taken away: a late request may still be changing it.
    private void Store(Company company, IReadOnlyList<Change> changes)
    {
        if (ReferenceEquals(FindCompany(company.Id), company))
        {
            _file?.Save(changes.Select(change => ((Guid?)company.Id, change)));
        }
    }

    private void Forget()
    {
        _users.Clear();
        _companies.Clear();
        Grants.Clear();
        _file?.Clear();
    }
}

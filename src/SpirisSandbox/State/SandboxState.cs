using System.Collections.Concurrent;
using SpirisSandbox.Identity;

namespace SpirisSandbox.State;

/// <summary>Everything the sandbox remembers but its journal and its faults.</summary>
public sealed class SandboxState
{
    private readonly ConcurrentDictionary<Guid, SandboxUser> _users = new();
    private readonly ConcurrentDictionary<Guid, Company> _companies = new();
    private readonly Action<SandboxState> _seed;

    /// <param name="seed">Fills an empty state; run again by <see cref="Reset"/>.</param>
    public SandboxState(Action<SandboxState> seed)
    {
        _seed = seed;
        seed(this);
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

    public void Put(SandboxUser user) => _users[user.Id] = user;

    public void Put(Company company) => _companies[company.Id] = company;

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
        _users.Clear();
        _companies.Clear();
        Grants.Clear();
        _seed(this);
    }
}

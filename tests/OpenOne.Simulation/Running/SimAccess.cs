using System.Globalization;
using OpenOne.BackOffice.Companies;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.Simulation.Running;

/// <summary>Who may call Spiris for which company: tokens that run out, and consent that is revoked.</summary>
public sealed class SimAccess(int companies)
{
    private readonly bool[] _revoked = new bool[companies];
    private readonly int[] _tokens = new int[companies];

    /// <summary>A user takes our access away.</summary>
    public void Revoke(int company) => _revoked[company] = true;

    /// <summary>A user lets us in again.</summary>
    public void Authorise(int company) => _revoked[company] = false;

    /// <summary>The company that a token is for; <see langword="null"/> when it does not hold.</summary>
    public int? CompanyOf(string token)
    {
        var parts = token.Split(':');
        var company = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return _revoked[company] ? null : company;
    }

    /// <summary>Gives tokens for a company.</summary>
    public SpirisAccessSource SourceOf(Company company)
    {
        var number = SimCompanies.NumberOf(company);
        return (refused, _) => Task.FromResult<SpirisAccess>(refused is not null && _revoked[number]
            ? new SpirisAccess.Lost("invalid_grant")
            : new SpirisAccess.Open(Secret.Of(string.Create(
                CultureInfo.InvariantCulture, $"{number}:{(refused is null ? _tokens[number] : ++_tokens[number])}"))));
    }
}

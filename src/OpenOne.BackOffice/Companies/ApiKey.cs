using System.Security.Cryptography;
using System.Text;

namespace OpenOne.BackOffice.Companies;

/// <summary>A key with which a point of sale speaks for one company: <c>oo_live_…</c>.</summary>
/// <remarks>
/// 160 random bits, shown once. Only a SHA-256 of it is stored: the key has full entropy, so a slow hash would add nothing
/// but time (OWASP ASVS 5.0, 11.4). Found by its hash, which a timing of the index cannot turn back into the key.
/// </remarks>
public sealed class ApiKey
{
    private const string Prefix = "oo_live_";

    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company it speaks for.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The only register it may speak for, if it is bound to one.</summary>
    public string? Register { get; init; }

    /// <summary>The first characters, by which people tell keys apart.</summary>
    public required string Hint { get; init; }

    /// <summary>SHA-256 of the whole key.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked, if it was. A revoked key is refused at once.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Makes a key.</summary>
    /// <returns>The record to store, and the key itself, which is never to be had again.</returns>
    public static (ApiKey Stored, string Secret) Create(Guid companyId, string? register, DateTimeOffset now)
    {
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var stored = new ApiKey
        {
            CompanyId = companyId,
            Register = register,
            Hint = secret[..(Prefix.Length + 4)],
            Hash = HashOf(secret),
            CreatedAt = now,
        };
        return (stored, secret);
    }

    /// <summary>What is stored of a key.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

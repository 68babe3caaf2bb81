using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace OpenOne.BackOffice.Connections;

/// <summary>Seals secrets before they are stored: AES-256-GCM, bound to the company they belong to.</summary>
/// <remarks>
/// Sealed form: key id (4 bytes), nonce (12), tag (16), ciphertext. The company's id and the purpose are associated data, so
/// a sealed token that is moved to another company's row, or to another column, does not open. Keys are numbered: the
/// highest seals, the others still open, so that a key can be changed without anybody authorising again.
/// </remarks>
public sealed class SecretSealer
{
    private const int KeyIdSize = 4;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly SortedDictionary<int, byte[]> _keys;

    /// <param name="keys">256-bit keys by number; at least one.</param>
    /// <exception cref="ArgumentException">There is no key, or one is not 32 bytes long.</exception>
    public SecretSealer(IReadOnlyDictionary<int, byte[]> keys)
    {
        if (keys.Count == 0 || keys.Values.Any(key => key.Length != 32))
        {
            throw new ArgumentException("Sealing needs at least one key, each of 32 bytes.", nameof(keys));
        }

        _keys = new(keys.ToDictionary());
    }

    /// <summary>Seals a secret for one company and one purpose.</summary>
    public byte[] Seal(string secret, Guid companyId, string purpose)
    {
        var (id, key) = _keys.Last();
        var plain = Encoding.UTF8.GetBytes(secret);
        var sealedBytes = new byte[KeyIdSize + NonceSize + TagSize + plain.Length];
        var whole = sealedBytes.AsSpan();

        BinaryPrimitives.WriteInt32BigEndian(whole, id);
        var nonce = whole.Slice(KeyIdSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(
            nonce, plain, whole[(KeyIdSize + NonceSize + TagSize)..], whole.Slice(KeyIdSize + NonceSize, TagSize), Bound(companyId, purpose));
        return sealedBytes;
    }

    /// <summary>Opens what <see cref="Seal"/> made for the same company and purpose.</summary>
    /// <returns><see langword="false"/> when the key is lost, or the bytes were altered, cut or moved.</returns>
    public bool TryOpen(
        ReadOnlySpan<byte> sealedBytes, Guid companyId, string purpose, [NotNullWhen(true)] out string? secret)
    {
        secret = null;
        if (sealedBytes.Length < KeyIdSize + NonceSize + TagSize
            || !_keys.TryGetValue(BinaryPrimitives.ReadInt32BigEndian(sealedBytes), out var key))
        {
            return false;
        }

        var plain = new byte[sealedBytes.Length - KeyIdSize - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        try
        {
            cipher.Decrypt(
                sealedBytes.Slice(KeyIdSize, NonceSize), sealedBytes[(KeyIdSize + NonceSize + TagSize)..],
                sealedBytes.Slice(KeyIdSize + NonceSize, TagSize), plain, Bound(companyId, purpose));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        secret = Encoding.UTF8.GetString(plain);
        return true;
    }

    private static byte[] Bound(Guid companyId, string purpose) => Encoding.UTF8.GetBytes($"{companyId:N}|{purpose}");
}

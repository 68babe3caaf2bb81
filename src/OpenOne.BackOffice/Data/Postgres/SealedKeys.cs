using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using OpenOne.BackOffice.Connections;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>Seals the keys of cookies and forms before they go into the database, so that a copy of it signs nobody in.</summary>
internal sealed class SealingXmlEncryptor(SecretSealer sealer) : IXmlEncryptor
{
    /// <summary>What is sealed, so that nothing else that is sealed opens here.</summary>
    public const string Purpose = "data-protection-key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(
            sealer.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting), Guid.Empty, Purpose))),
        typeof(SealingXmlDecryptor));
}

/// <summary>Opens them. Made by the framework, which finds it by the name that stands beside each key.</summary>
internal sealed class SealingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        services.GetRequiredService<SecretSealer>().TryOpen(
            Convert.FromBase64String(encryptedElement.Value), Guid.Empty, SealingXmlEncryptor.Purpose, out var key)
            ? XElement.Parse(key)
            : throw new InvalidOperationException("None of this server's sealing keys opens a key of cookies and forms.");
}

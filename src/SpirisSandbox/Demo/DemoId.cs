using System.Security.Cryptography;
using System.Text;

namespace SpirisSandbox.Demo;

/// <summary>
/// Ids of demo data: derived from what they name, so that they are the same in every sandbox and after a reset.
/// </summary>
internal static class DemoId
{
    public static Guid Of(params string[] names)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', names)))[..16];

        // Version 8 is the one RFC 9562 leaves to whoever makes the id.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

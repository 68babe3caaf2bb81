using System.Globalization;
using System.Security.Cryptography;

namespace OpenOne.BackOffice.Connections;

/// <summary>The keys that secrets are sealed with, as files beside the database: <c>keys/sealing-1.key</c>, 64 hexadecimal
/// digits, readable by the owner alone.</summary>
/// <remarks>A first key is made when there is none. To change keys, add the next number: it seals from the next start on, and
/// the older ones still open. They are not in the database, so a copy of the database alone opens nothing.</remarks>
internal static class SealingKeys
{
    /// <summary>Reads the keys of an installation.</summary>
    /// <exception cref="InvalidDataException">A key file does not hold 64 hexadecimal digits, or is not numbered.</exception>
    public static SecretSealer ReadOrMake(string dataDirectory)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataDirectory, "keys"));
        if (folder.GetFiles("sealing-*.key").Length == 0)
        {
            Make(Path.Combine(folder.FullName, "sealing-1.key"));
        }

        return new SecretSealer(folder.GetFiles("sealing-*.key").ToDictionary(NumberOf, Read));
    }

    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
    }

    private static int NumberOf(FileInfo file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file.Name)["sealing-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"The key file {file.Name} is not numbered.");

    private static byte[] Read(FileInfo file)
    {
        var text = File.ReadAllText(file.FullName).Trim();
        return text.Length == 64 && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : throw new InvalidDataException($"The key file {file.Name} does not hold 64 hexadecimal digits.");
    }
}

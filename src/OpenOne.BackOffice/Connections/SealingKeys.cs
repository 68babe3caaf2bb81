using System.Globalization;
using System.Security.Cryptography;

namespace OpenOne.BackOffice.Connections;

/// <summary>The keys that secrets are sealed with: <c>Sealing:Keys:1</c> in the configuration, where several servers share them; or
/// files beside the database, <c>keys/sealing-1.key</c>. 64 hexadecimal digits each, readable by the owner alone.</summary>
/// <remarks>A first key is made when there is none. To change keys, add the next number: it seals from the next start on, and
/// the older ones still open. They are not in the database, so a copy of the database alone opens nothing.</remarks>
internal static class SealingKeys
{
    /// <summary>The section of the configuration, with a key for each number.</summary>
    public const string Section = "Sealing:Keys";

    /// <summary>Reads the keys of an installation: those of the configuration, if there are any, and otherwise the files.</summary>
    /// <exception cref="InvalidDataException">A key does not have 64 hexadecimal digits, or is not numbered.</exception>
    public static SecretSealer ReadOrMake(IConfiguration configuration, string dataDirectory)
    {
        var configured = configuration.GetSection(Section).GetChildren().ToList();
        if (configured.Count > 0)
        {
            return new SecretSealer(configured.ToDictionary(
                key => Number(key.Key, key.Path), key => Read(key.Value ?? "", key.Path)));
        }

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
        Number(Path.GetFileNameWithoutExtension(file.Name)["sealing-".Length..], $"file {file.Name}");

    private static byte[] Read(FileInfo file) => Read(File.ReadAllText(file.FullName), $"file {file.Name}");

    private static int Number(string text, string of) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"The key {of} is not numbered.");

    private static byte[] Read(string text, string of) =>
        text.Trim() is { Length: 64 } digits && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : throw new InvalidDataException($"The key {of} does not hold 64 hexadecimal digits.");
}

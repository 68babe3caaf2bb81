using System.Text;

namespace OpenOne.Sie.Characters;

/// <summary>Windows-1252: Latin-1 with quotation marks and dashes where that has control characters.</summary>
internal static class Windows1252
{
    private static readonly string _decoded = Decode();

    /// <summary>What a byte means.</summary>
    public static char Character(byte value) => _decoded[value];

    private static string Decode()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)
            ?? throw new PlatformNotSupportedException("The framework lacks code page 1252.");
        return encoding.GetString([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
    }
}

using System.Text;

namespace OpenOne.Sie.Tests;

/// <summary>Documents as bytes and as text.</summary>
internal static class Written
{
    private static readonly Encoding _pc8 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    public static byte[] Bytes(this SieDocument document)
    {
        using var output = new MemoryStream();
        document.Write(output);
        return output.ToArray();
    }

    /// <summary>The lines, read as code page 437 by the framework and not by us.</summary>
    public static string[] Lines(this SieDocument document) => _pc8.GetString(document.Bytes()).Split("\r\n");

    /// <summary>The only line that begins so.</summary>
    public static string Line(this SieDocument document, string label) =>
        document.Lines().Where(line => line.StartsWith(label + " ", StringComparison.Ordinal)).ShouldHaveSingleItem();

    public static byte[] Pc8Bytes(string text) => _pc8.GetBytes(text);
}

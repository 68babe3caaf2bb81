using System.Text;

namespace OpenOne.Sie.Reading;

/// <summary>Whether a file is SIE at all, by how it begins.</summary>
internal static class FirstLook
{
    private static readonly (byte[] Beginning, SieProblem Problem, string What)[] _others =
    [
        ([0x50, 0x4B, 0x03, 0x04], SieProblem.CompressedFile, ""),
        ([0x50, 0x4B, 0x05, 0x06], SieProblem.CompressedFile, ""),
        ([0x1F, 0x8B], SieProblem.CompressedFile, ""),
        ([0x37, 0x7A, 0xBC, 0xAF], SieProblem.CompressedFile, ""),
        ([0x42, 0x5A, 0x68], SieProblem.CompressedFile, ""),
        ([0xFD, 0x37, 0x7A, 0x58], SieProblem.CompressedFile, ""),
        ([0x28, 0xB5, 0x2F, 0xFD], SieProblem.CompressedFile, ""),
        ([0x52, 0x61, 0x72, 0x21], SieProblem.CompressedFile, ""),
        ([0x25, 0x50, 0x44, 0x46], SieProblem.OtherFormat, "PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0], SieProblem.OtherFormat, "an Office document"),
        ([0x89, 0x50, 0x4E, 0x47], SieProblem.OtherFormat, "a picture"),
        ([0xFF, 0xD8, 0xFF], SieProblem.OtherFormat, "a picture"),
        ([0xFF, 0xFE], SieProblem.Utf16File, ""),
        ([0xFE, 0xFF], SieProblem.Utf16File, ""),
        ([0x23, 0x00], SieProblem.Utf16File, ""),
        ([0x00, 0x23], SieProblem.Utf16File, ""),
    ];

    /// <summary>What the file is instead; null when it may be SIE.</summary>
    public static (SieProblem Problem, string What)? Reject(ReadOnlySpan<byte> beginning)
    {
        if (beginning.TrimStart(" \t\r\n\0\x1A"u8).IsEmpty)
        {
            return (beginning.Contains((byte)0) ? SieProblem.NulBytes : SieProblem.EmptyFile, "");
        }

        foreach (var (start, problem, what) in _others)
        {
            if (beginning.StartsWith(start))
            {
                return (problem, what);
            }
        }

        var text = beginning.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'<', ..])
        {
            return (IsWebPage(text) ? SieProblem.WebPage : SieProblem.Sie5File, "");
        }

        return HasRecord(beginning) ? null : (SieProblem.NoRecords, "");
    }

    private static bool IsWebPage(ReadOnlySpan<byte> text)
    {
        var start = Encoding.ASCII.GetString(text[..Math.Min(text.Length, 1000)]);
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether any line begins with a label that the format knows.</summary>
    private static bool HasRecord(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny((byte)'\n', (byte)'\r');
            var line = (end < 0 ? text : text[..end]).TrimStart(" \t\0"u8);
            var length = line.IndexOfAny(" \t\"{"u8);
            if (line is [(byte)'#', ..] && Labels.Find(length < 0 ? line : line[..length], out _) is not Label.Unknown)
            {
                return true;
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }

        return false;
    }
}

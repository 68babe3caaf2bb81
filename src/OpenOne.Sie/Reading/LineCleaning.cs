using System.Buffers;

namespace OpenOne.Sie.Reading;

/// <summary>Bytes that no text has.</summary>
internal static class LineCleaning
{
    // The end of a file under MS-DOS; many programs still write it.
    private const byte EndOfFile = 0x1A;

    private static readonly SearchValues<byte> _control =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(value => value != '\t').Append(0x7F).Select(value => (byte)value)]);

    /// <summary>Puts spaces in the place of control characters and tells of them.</summary>
    public static void Clean(Span<byte> line, long number, SieFindings findings)
    {
        var found = line.IndexOfAny(_control);
        if (found < 0)
        {
            return;
        }

        var (nuls, others) = (false, false);
        for (var i = found; i < line.Length; i++)
        {
            if (!_control.Contains(line[i]))
            {
                continue;
            }

            nuls |= line[i] == 0;
            others |= line[i] is not (0 or EndOfFile);
            line[i] = (byte)' ';
        }

        if (nuls)
        {
            findings.Add(number, SieProblem.NulBytes);
        }

        if (others)
        {
            findings.Add(number, SieProblem.ControlCharacters);
        }
    }
}

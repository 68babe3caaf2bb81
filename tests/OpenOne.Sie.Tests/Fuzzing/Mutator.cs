using System.Text;

namespace OpenOne.Sie.Tests.Fuzzing;

/// <summary>Spoils files, a little or a lot, the same way for the same number.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds, int seed)
{
    private const int MaxLength = 400_000;

    // What the format is made of, and what it is touchy about.
    private static readonly byte[][] _pieces =
    [
        .. new[]
        {
            "#", "{", "}", "\"", "\\", "\\\"", "\"\"", " ", "\t", "\r", "\n", "\r\n", "\0", "\u001A", "{}", "{1 2}", "#VER", "#TRANS",
            "#RTRANS", "#BTRANS", "#KSUMMA", "#KSUMMA 1", "#FLAGGA 1", "#SIETYP 9", "\n#TRANS 1910 {} 1.00\n", "\n#VER A 1 20261120 x\n{\n",
            "\n}\n", "#KONTO 1910 \"x\"", "99999999999999999999", "-", "+", ".", ",", "-0.00", "1.005", "00000000", "20261399", "-1",
            "\u00E5\u00E4\u00F6", "\u0086\u0084\u0094", "\u00C3\u00A5", "\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00ED\u00A0\u0080",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var file = new List<byte>(Any(seeds));
        for (var i = _random.Next(1, 12); i > 0; i--)
        {
            Spoil(file);
        }

        return [.. file.Take(MaxLength)];
    }

    private void Spoil(List<byte> file)
    {
        var at = _random.Next(file.Count + 1);
        var length = Math.Min(_random.Next(1, 40), file.Count - at);
        switch (_random.Next(9))
        {
            case 0 when at < file.Count:
                file[at] = (byte)_random.Next(256);
                break;
            case 1 when at < file.Count:
                file[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                file.RemoveRange(at, length);
                break;
            case 3:
                file.InsertRange(at, file.GetRange(at, length));
                break;
            case 4:
                file.RemoveRange(at, file.Count - at);
                break;
            case 5:
                var other = Any(seeds);
                file.InsertRange(at, other.Skip(_random.Next(other.Length + 1)).Take(_random.Next(400)));
                break;
            case 6:
                file.InsertRange(at, Enumerable.Repeat(Any(_pieces), _random.Next(1, 3000)).SelectMany(piece => piece));
                break;
            case 7:
                var bytes = new byte[_random.Next(1, 30)];
                _random.NextBytes(bytes);
                file.InsertRange(at, bytes);
                break;
            default:
                file.InsertRange(at, Any(_pieces));
                break;
        }
    }

    private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
}

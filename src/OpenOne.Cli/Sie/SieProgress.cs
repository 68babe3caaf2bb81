using System.Globalization;

namespace OpenOne.Cli.Sie;

/// <summary>How far a long file has been read, in tenths of it, for a person who waits.</summary>
internal sealed class SieProgress(TextWriter error, Stream input)
{
    /// <summary>Below this nobody has to wait.</summary>
    public const long LongBytes = 32L << 20;

    private readonly long _length = input.CanSeek ? input.Length : 0;
    private long _told;

    /// <summary>Tells of it when another tenth is done; of a stream of unknown length, when another half a gigabyte is.</summary>
    public void Tell(long bytesRead)
    {
        var step = _length >= LongBytes ? _length / 10 : _length > 0 ? long.MaxValue : LongBytes * 16;
        if (bytesRead / step <= _told)
        {
            return;
        }

        _told = bytesRead / step;
        error.WriteLine(_length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{_told * 10} % read")
            : string.Create(CultureInfo.InvariantCulture, $"{bytesRead >> 20} MB read"));
    }
}

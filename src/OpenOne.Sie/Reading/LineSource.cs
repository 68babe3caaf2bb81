namespace OpenOne.Sie.Reading;

/// <summary>A stream as lines, one at a time, in constant memory.</summary>
/// <remarks>A line ends in LF, CR LF or a CR alone. The bytes of a line may be altered until the next one is asked for.</remarks>
internal sealed class LineSource(Stream input)
{
    private const int BlockSize = 4 * SieLimits.MaxRecordBytes;

    private readonly byte[] _block = new byte[BlockSize];
    private int _next;
    private int _filled;
    private bool _ended;
    private bool _skipLineFeed;

    /// <summary>What <see cref="Start"/> and <see cref="Length"/> speak of.</summary>
    public byte[] Block => _block;

    /// <summary>Where the present line begins.</summary>
    public int Start { get; private set; }

    /// <summary>How long it is, without its end.</summary>
    public int Length { get; private set; }

    /// <summary>Its number, the first being 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether it was longer than a record may be; then it is only its beginning.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether it ended in a CR alone.</summary>
    public bool EndedInCarriageReturn { get; private set; }

    /// <summary>How many bytes were taken from the stream.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The beginning of the file, for a first look. To be called before the first line.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        Fill();
        return _block.AsSpan(0, _filled);
    }

    /// <summary>Leaves out what stands before the first line.</summary>
    public void Skip(int count) => _next += count;

    /// <summary>Goes on to the next line.</summary>
    /// <returns><see langword="false"/> when there is none.</returns>
    public bool Next()
    {
        if (_skipLineFeed && Available() && _block[_next] == '\n')
        {
            _next++;
        }

        _skipLineFeed = false;
        if (!Available())
        {
            return false;
        }

        Number++;
        TooLong = false;
        var length = EndOfLine(0);
        while (length < 0)
        {
            var scanned = _filled - _next;
            if (scanned > SieLimits.MaxRecordBytes)
            {
                return PassOver();
            }

            if (!Fill())
            {
                length = _filled - _next;
                break;
            }

            length = EndOfLine(scanned);
        }

        Take(length);
        TooLong = length > SieLimits.MaxRecordBytes;
        return true;
    }

    /// <summary>The next line without its end, if it is here whole and no longer than a record; else nothing. It is not gone on to.</summary>
    public ReadOnlySpan<byte> Ahead()
    {
        if (_skipLineFeed && _next < _filled && _block[_next] == '\n')
        {
            _next++;
            _skipLineFeed = false;
        }

        var rest = _block.AsSpan(_next, Math.Min(_filled - _next, SieLimits.MaxRecordBytes));
        var end = rest.IndexOf((byte)'\n');
        return end > 0 && !_skipLineFeed ? rest[..(rest[end - 1] == '\r' ? end - 1 : end)] : [];
    }

    /// <summary>Goes past the line that was seen ahead.</summary>
    public void PassAhead(int length)
    {
        _next += length + (_block[_next + length] == '\r' ? 2 : 1);
        Number++;
    }

    private void Take(int length)
    {
        Start = _next;
        Length = length;
        _next += length;
        EndLine();
    }

    /// <summary>The rest of a line without end, in constant memory.</summary>
    private bool PassOver()
    {
        TooLong = true;
        do
        {
            _next = _filled;
            if (!Fill())
            {
                Start = Length = 0;
                return true;
            }
        }
        while (EndOfLine(0) < 0);
        _next += EndOfLine(0);
        Start = Length = 0;
        EndLine();
        return true;
    }

    private void EndLine()
    {
        _skipLineFeed = _next < _filled && _block[_next] == '\r';
        EndedInCarriageReturn = _skipLineFeed && _next + 1 < _filled && _block[_next + 1] != '\n';
        if (_next < _filled)
        {
            _next++;
        }
    }

    /// <summary>How far off the end of the line is, or -1 when it is not in the block.</summary>
    private int EndOfLine(int scanned)
    {
        var found = _block.AsSpan((_next + scanned).._filled).IndexOfAny((byte)'\n', (byte)'\r');
        return found < 0 ? -1 : scanned + found;
    }

    private bool Available() => _next < _filled || Fill();

    /// <summary>Moves what is left to the front and reads until the block is full or the stream has ended.</summary>
    private bool Fill()
    {
        if (_ended)
        {
            return false;
        }

        _block.AsSpan(_next.._filled).CopyTo(_block);
        _filled -= _next;
        _next = 0;
        var before = _filled;
        while (_filled < BlockSize)
        {
            var read = input.Read(_block, _filled, BlockSize - _filled);
            if (read == 0)
            {
                _ended = true;
                break;
            }

            _filled += read;
            BytesRead += read;
        }

        return _filled > before;
    }
}

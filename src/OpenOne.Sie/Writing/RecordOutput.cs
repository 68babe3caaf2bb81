using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using OpenOne.Sie.Characters;

namespace OpenOne.Sie.Writing;

/// <summary>Puts records into a stream, field by field, and sums up what they say.</summary>
internal sealed class RecordOutput(Stream output)
{
    private const int BlockSize = 256 * 1024;
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> _bare =
        SearchValues.Create("0123456789.-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly StandardFormat _day = new('D', 8);

    private byte[] _bytes = new byte[BlockSize];
    private int _length;
    private int _record;
    private bool _opened;
    private SieChecksum? _checksum;

    /// <summary>From here on, everything is part of the sum.</summary>
    public SieChecksum StartChecksum() => _checksum = new SieChecksum();

    /// <summary>The sum is closed; what follows is not part of it.</summary>
    public void EndChecksum() => _checksum = null;

    /// <summary>Begins a record.</summary>
    public RecordOutput Label(ReadOnlySpan<byte> label)
    {
        Begin();
        Raw(label);
        _checksum?.Add(label);
        return this;
    }

    /// <summary>A field of digits.</summary>
    public RecordOutput Whole(long number)
    {
        Separate(LongestNumber);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out var written);
        return Take(written);
    }

    /// <summary>A field with a day.</summary>
    public RecordOutput Date(DateOnly date)
    {
        Separate(LongestNumber);
        Utf8Formatter.TryFormat((date.Year * 10_000) + (date.Month * 100) + date.Day, _bytes.AsSpan(_length), out var written, _day);
        return Take(written);
    }

    /// <summary>A field with an amount, two decimals.</summary>
    public RecordOutput Amount(long ore)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ore, SieLimits.MaxAmountOre);
        ArgumentOutOfRangeException.ThrowIfLessThan(ore, -SieLimits.MaxAmountOre);
        Separate(LongestNumber);
        return Take(UsualRowOutput.PutAmount(_bytes.AsSpan(_length), ore));
    }

    /// <summary>A field with a quantity, as many decimals as it has.</summary>
    public RecordOutput Quantity(decimal quantity)
    {
        Separate(2 * LongestNumber);
        quantity.TryFormat(_bytes.AsSpan(_length), out var written, "", CultureInfo.InvariantCulture);
        return Take(written);
    }

    /// <summary>A field with a code: as it is when it is letters, digits, points and hyphens, quoted otherwise.</summary>
    public RecordOutput Code(string code)
    {
        if (code.Length == 0 || code.AsSpan().ContainsAnyExcept(_bare))
        {
            var plain = PlainText.From(code);
            return plain == code ? Text(code) : Code(plain);
        }

        Separate(code.Length);
        Ascii.FromUtf16(code, _bytes.AsSpan(_length), out var written);
        return Take(written);
    }

    /// <summary>A quoted field, in whatever characters the code page has for it.</summary>
    public RecordOutput Text(string text)
    {
        if (text.Length > SieLimits.MaxRecordBytes)
        {
            return Escaped(PlainText.From(text));
        }

        // Tried in the place where it will stand, so that nearly every text is looked at once.
        Reserve(text.Length + 3);
        if (!Pc8.TryPut(text, _bytes.AsSpan(_length + (_opened ? 1 : 2))))
        {
            return Escaped(PlainText.From(text));
        }

        Separate(0);
        _bytes[_length++] = (byte)'"';
        Take(text.Length);
        _bytes[_length++] = (byte)'"';
        return this;
    }

    /// <summary>The list of objects of a row or a balance.</summary>
    public RecordOutput Objects(ReadOnlySpan<SieObjectReference> objects)
    {
        if (objects.IsEmpty)
        {
            Raw(" {}"u8);
            return this;
        }

        Raw(" {"u8);
        _opened = true;
        foreach (var value in objects)
        {
            Whole(value.Dimension).Text(value.Number);
        }

        _opened = false;
        Raw("}"u8);
        return this;
    }

    /// <summary>A whole record of a row as nearly all are.</summary>
    /// <returns><see langword="false"/> when it is any other; then nothing was written.</returns>
    public bool TryUsualRow(string account, long ore, string text)
    {
        Begin();
        if (!UsualRowOutput.TryPut(_bytes.AsSpan(_length), account, ore, text, out var row))
        {
            return false;
        }

        _checksum?.Add(UsualRowOutput.Label, row.Account, row.Amount, row.Text);
        _length += row.Length;
        return true;
    }

    /// <summary>Ends the record.</summary>
    public void End()
    {
        Raw("\r\n"u8);
        if (_length - _record > SieLimits.MaxRecordBytes)
        {
            throw new ArgumentException($"A record has at most {SieLimits.MaxRecordBytes} bytes.");
        }
    }

    /// <summary>A line of its own that is no record: a brace around the rows of a voucher.</summary>
    public void Line(ReadOnlySpan<byte> line)
    {
        Raw(line);
        Raw("\r\n"u8);
    }

    /// <summary>Hands everything on to the stream.</summary>
    public void Flush()
    {
        output.Write(_bytes, 0, _length);
        _length = 0;
    }

    /// <summary>Room for the longest record there may be.</summary>
    private void Begin()
    {
        if (_length > BlockSize - SieLimits.MaxRecordBytes)
        {
            Flush();
        }

        _record = _length;
    }

    private RecordOutput Escaped(string text)
    {
        Separate((text.Length * 2) + 2);
        _bytes[_length++] = (byte)'"';
        var start = _length;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is '"')
            {
                _checksum?.Add(_bytes.AsSpan(start.._length));
                _bytes[_length++] = (byte)'\\';
                start = _length;
            }
            else if (character is '\\' && (i + 1 == text.Length || text[i + 1] is '"'))
            {
                // The format has no escape for a backslash, so one here would be taken for that of a quotation mark.
                character = '/';
            }

            Pc8.TryGetByte(character, out _bytes[_length++]);
        }

        _checksum?.Add(_bytes.AsSpan(start.._length));
        _bytes[_length++] = (byte)'"';
        return this;
    }

    /// <summary>What stands between fields, and room for the next one.</summary>
    private void Separate(int room)
    {
        if (room > 8 * SieLimits.MaxRecordBytes)
        {
            throw new ArgumentException($"A record has at most {SieLimits.MaxRecordBytes} bytes.");
        }

        Reserve(room + 1);
        if (!_opened)
        {
            _bytes[_length++] = (byte)' ';
        }

        _opened = false;
    }

    /// <summary>Takes in a field that was put where the next one goes.</summary>
    private RecordOutput Take(int written)
    {
        _checksum?.Add(_bytes.AsSpan(_length, written));
        _length += written;
        return this;
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int room)
    {
        if (room > _bytes.Length - _length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + room, _bytes.Length * 2));
        }
    }
}

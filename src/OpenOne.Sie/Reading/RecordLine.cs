using System.Buffers;
using System.Text;

namespace OpenOne.Sie.Reading;

/// <summary>What is not as it should be in the way a line is written.</summary>
[Flags]
internal enum LineFaults
{
    None = 0,
    UnterminatedQuote = 1,
    StrayQuote = 2,
    DoubledQuote = 4,
    UnterminatedList = 8,
    TooManyFields = 16,
}

/// <summary>One record taken apart: its label and the content of its fields, without quotation marks and escapes.</summary>
/// <remarks>Made once and used for each line. Time is linear in the length of the line.</remarks>
internal sealed class RecordLine
{
    // A field is a stretch of the line, or a list: a stretch of the parts.
    private readonly Part[] _fields = new Part[SieLimits.MaxFields];
    private readonly Part[] _parts = new Part[SieLimits.MaxFields];
    private byte[] _line = [];
    private Part _label;
    private int _partCount;
    private int _start;
    private int _next;
    private int _end;

    /// <summary>The label with its <c>#</c>.</summary>
    public ReadOnlySpan<byte> Label => _line.AsSpan(_label.Start, _label.Length);

    /// <summary>How many fields there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nothing in it is in any character set but ASCII.</summary>
    public bool IsAscii => Ascii.IsValid(_line.AsSpan(_start.._end));

    /// <summary>What is wrong with the way it is written.</summary>
    public LineFaults Faults { get; private set; }

    /// <summary>The content of a field; nothing when there is no such field, or it is a list.</summary>
    public ReadOnlySpan<byte> this[int field] =>
        field < Count && !_fields[field].IsList ? _line.AsSpan(_fields[field].Start, _fields[field].Length) : [];

    /// <summary>Whether a field is a list of objects.</summary>
    public bool IsList(int field) => field < Count && _fields[field].IsList;

    /// <summary>How many parts a list has.</summary>
    public int PartsOf(int field) => IsList(field) ? _fields[field].Length : 0;

    /// <summary>The content of a part of a list.</summary>
    public ReadOnlySpan<byte> PartOf(int field, int part)
    {
        var stretch = _parts[_fields[field].Start + part];
        return _line.AsSpan(stretch.Start, stretch.Length);
    }

    /// <summary>Whether the record ends in a brace that opens a list and nothing more: a voucher's rows begin on its line.</summary>
    public bool EndsInBrace => (Faults & LineFaults.UnterminatedList) != 0 && Count > 0 && _fields[Count - 1] is { IsList: true, Length: 0 };

    /// <summary>Takes a line apart that begins with <c>#</c>. Escapes are removed in place.</summary>
    public void Split(byte[] line, int start, int length)
    {
        (_line, _start, _next, _end) = (line, start, start, start + length);
        (Count, _partCount, Faults) = (0, 0, LineFaults.None);
        _label = Bare(_endOfLabel);
        while (SkipSpace())
        {
            var field = _line[_next] switch
            {
                (byte)'"' => Quoted(),
                (byte)'{' => List(),
                _ => Bare(_endOfBare),
            };
            if (Count == _fields.Length)
            {
                Faults |= LineFaults.TooManyFields;
                return;
            }

            _fields[Count++] = field;
        }
    }

    /// <summary>Adds the label and the content of each field to a checksum, as they are.</summary>
    public void AddTo(SieChecksum sum)
    {
        sum.Add(Label);
        foreach (ref readonly var field in _fields.AsSpan(0, Count))
        {
            if (!field.IsList)
            {
                sum.Add(_line.AsSpan(field.Start, field.Length));
                continue;
            }

            foreach (ref readonly var part in _parts.AsSpan(field.Start, field.Length))
            {
                sum.Add(_line.AsSpan(part.Start, part.Length));
            }
        }
    }

    private static readonly SearchValues<byte> _endOfLabel = SearchValues.Create(" \t\"{"u8);
    private static readonly SearchValues<byte> _endOfBare = SearchValues.Create(" \t{"u8);
    private static readonly SearchValues<byte> _endOfPart = SearchValues.Create(" \t}"u8);

    private bool SkipSpace()
    {
        var next = _next;
        while (next < _end && _line[next] is (byte)' ' or (byte)'\t')
        {
            next++;
        }

        _next = next;
        return next < _end;
    }

    private Part Bare(SearchValues<byte> ends)
    {
        var start = _next;
        var rest = _line.AsSpan(_next.._end);

        // The first byte belongs to the field whatever it is, so that each step takes something.
        var length = rest.Length > 1 ? rest[1..].IndexOfAny(ends) + 1 : 0;
        _next += length > 0 ? length : rest.Length;
        return new(start, _next - start);
    }

    private Part Quoted()
    {
        var start = ++_next;
        var rest = _line.AsSpan(_next.._end);
        var quote = rest.IndexOfAny((byte)'"', (byte)'\\');
        if (quote >= 0 && rest[quote] == '"' && EndsField(quote + 1 < rest.Length ? rest[quote + 1] : (byte)' '))
        {
            _next += quote + 1;
            return new(start, quote);
        }

        return Unescaped(start);
    }

    /// <summary>The slow way, for texts with marks inside: what is kept moves up over what is not.</summary>
    private Part Unescaped(int start)
    {
        var kept = start;
        while (_next < _end)
        {
            var value = _line[_next++];
            var following = _next < _end ? _line[_next] : (byte)' ';
            if (value == '\\' && following == '"' && _next < _end)
            {
                value = following;
                _next++;
            }
            else if (value == '"')
            {
                if (EndsField(following))
                {
                    return new(start, kept - start);
                }

                _next += following == '"' ? 1 : 0;
                Faults |= following == '"' ? LineFaults.DoubledQuote : LineFaults.StrayQuote;
            }

            _line[kept++] = value;
        }

        Faults |= LineFaults.UnterminatedQuote;
        return new(start, kept - start);
    }

    private static bool EndsField(byte following) => following is (byte)' ' or (byte)'\t' or (byte)'{' or (byte)'}';

    private Part List()
    {
        _next++;
        var first = _partCount;
        while (SkipSpace())
        {
            if (_line[_next] == '}')
            {
                _next++;
                return new(first, _partCount - first, IsList: true);
            }

            var part = _line[_next] == '"' ? Quoted() : Bare(_endOfPart);
            if (_partCount < _parts.Length)
            {
                _parts[_partCount++] = part;
            }
            else
            {
                Faults |= LineFaults.TooManyFields;
            }
        }

        Faults |= LineFaults.UnterminatedList;
        return new(first, _partCount - first, IsList: true);
    }

    private readonly record struct Part(int Start, int Length, bool IsList = false);
}

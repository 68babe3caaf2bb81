using System.Buffers.Text;
using System.Globalization;
using OpenOne.Sie.Characters;

namespace OpenOne.Sie.Reading;

/// <summary>The sum of what was read, beside that which the file states.</summary>
internal sealed class ChecksumReading(SieFindings findings, TextDecoder decoder)
{
    private SieChecksum? _sum;

    // Kept beside the other from the first text on that is not PC8: some writers sum up the bytes of the file instead.
    private SieChecksum? _ownBytes;
    private bool _toldOfMore;

    /// <summary>The sum, where the file has one that is right.</summary>
    public uint? Verified { get; private set; }

    /// <summary>Whether the sum was begun and not stated: the end of the file is missing (SIE filformat 4B § 10.6).</summary>
    public bool IsOpen => _sum is not null;

    /// <summary>Whether it was stated: nothing may come after it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Takes a row in of which there is nothing to tell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="characters">What its text is in; none for one of ASCII alone.</param>
    public void Take(in UsualRow row, SieCharacters? characters)
    {
        if (_sum is null)
        {
            return;
        }

        if (characters is null or SieCharacters.Pc8)
        {
            _sum.Add(UsualRow.Label, row.Account, row.Amount, row.Text);
            _ownBytes?.Add(UsualRow.Label, row.Account, row.Amount, row.Text);
            return;
        }

        Add(UsualRow.Label);
        Add(row.Account);
        Add(row.Amount);
        Add(row.Text);
    }

    /// <summary>Takes a record in, unless it is the sum itself.</summary>
    public void Take(Record record)
    {
        if (record.Label is Label.Ksumma)
        {
            TakeSum(record);
            return;
        }

        if (IsClosed && !_toldOfMore)
        {
            record.Tell(SieProblem.RecordsAfterChecksum);
            _toldOfMore = true;
        }

        if (_sum is null)
        {
            return;
        }

        if (record.Fields.IsAscii)
        {
            record.Fields.AddTo(_sum);
            if (_ownBytes is not null)
            {
                record.Fields.AddTo(_ownBytes);
            }

            return;
        }

        Add(record.Fields.Label);
        for (var field = 0; field < record.Fields.Count; field++)
        {
            for (var part = 0; part < record.Fields.PartsOf(field); part++)
            {
                Add(record.Fields.PartOf(field, part));
            }

            Add(record.Fields[field]);
        }
    }

    private void Add(ReadOnlySpan<byte> content)
    {
        var transcoded = decoder.Transcoded(content);
        if (transcoded is not null)
        {
            _ownBytes ??= _sum!.Fork();
        }

        _ownBytes?.Add(content);
        _sum!.Add(transcoded is null ? content : transcoded);
    }

    private void TakeSum(Record record)
    {
        if (record.Fields.Count == 0)
        {
            _sum ??= new();
        }
        else if (_sum is null)
        {
            record.Tell(SieProblem.ChecksumNotOpened);
        }
        else
        {
            Compare(record, _sum.Value, _ownBytes?.Value);
            (_sum, _ownBytes, IsClosed) = (null, null, true);
        }
    }

    private void Compare(Record record, uint sum, uint? ownBytes)
    {
        var field = record.Fields[0];
        var isNumber = Utf8Parser.TryParse(field, out long stated, out var taken) && taken == field.Length;
        if (isNumber && stated == sum)
        {
            Verified = sum;
        }
        else if (isNumber && stated == (int)(sum - (sum > int.MaxValue ? 1L << 32 : 0)))
        {
            Verified = sum;
            findings.Add(record.Line, SieProblem.ChecksumSigned);
        }
        else if (isNumber && stated == ownBytes)
        {
            Verified = ownBytes;
            findings.Add(record.Line, SieProblem.ChecksumOfOwnBytes);
        }
        else
        {
            record.Tell(
                SieProblem.ChecksumWrong, string.Create(CultureInfo.InvariantCulture, $"{record.Text(0)} is stated, {sum} it should be"));
        }
    }
}

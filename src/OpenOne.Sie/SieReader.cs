using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Sie.Characters;
using OpenOne.Sie.Reading;

namespace OpenOne.Sie;

/// <summary>Reads a SIE file of any type from 1 to 4, voucher by voucher, in bounded memory and in one pass.</summary>
/// <remarks>
/// <para>It never throws for what a file holds: whatever is not as the format says is told in <see cref="Findings"/>, with
/// its line, and read as it was most likely meant. What <see cref="SieLimits"/> says is the most that is held at a time.
/// Time is linear in the length of the file.</para>
/// <para>A voucher of which something could not be read is left out whole, and told of. The stream stays open; what goes
/// wrong with it is thrown as it comes.</para>
/// <para>Source: SIE filformat 4B (2008-09-30) § 5 to 11.</para>
/// </remarks>
public sealed class SieReader
{
    private readonly LineSource _lines;
    private readonly TextDecoder _decoder;
    private readonly Record _record;
    private readonly IdentificationReading _identification = new();
    private readonly ChartReading _chart = new();
    private readonly BalanceReading _balances = new();
    private readonly VoucherReading _voucher;
    private readonly ChecksumReading _checksum;
    private readonly VoucherChecks _checks;
    private SieCharacters? _toldOf;
    private bool _begun;
    private bool _recordWaits;
    private bool _ended;

    /// <summary>Begins to read.</summary>
    /// <param name="input">Read in large blocks, to its end.</param>
    /// <param name="characters">To be named only where it is known, as for a file of one's own.</param>
    public SieReader(Stream input, SieCharacters characters = SieCharacters.Detected)
    {
        ArgumentNullException.ThrowIfNull(input);
        _lines = new(input);
        _decoder = new(characters);
        _record = new(Findings, _decoder);
        _voucher = new(Findings);
        _checksum = new(Findings, _decoder);
        _checks = new(Findings, _chart);
    }

    /// <summary>What was found so far.</summary>
    public SieFindings Findings { get; } = new();

    /// <summary>Who made the file and what it is; complete when there are no more vouchers.</summary>
    public SieIdentification Identification => _identification.Identification;

    /// <summary>The chart of accounts, as far as it was read.</summary>
    public ImmutableArray<SieAccount> Accounts => _chart.Accounts;

    /// <summary>The dimensions, as far as they were read.</summary>
    public ImmutableArray<SieDimension> Dimensions => _chart.Dimensions;

    /// <summary>The values of the dimensions, as far as they were read.</summary>
    public ImmutableArray<SieObject> Objects => _chart.Objects;

    /// <summary>The balances, as far as they were read.</summary>
    public IReadOnlyList<SieBalance> Balances => _balances.Balances;

    /// <summary>The checksum, when the file has one and it is right.</summary>
    public uint? VerifiedChecksum => _checksum.Verified;

    /// <summary>How many bytes were taken from the stream, for those who show progress.</summary>
    public long BytesRead => _lines.BytesRead;

    /// <summary>Reads on to the end of the next voucher.</summary>
    /// <returns>The voucher; null at the end of the file.</returns>
    public SieVoucher? ReadVoucher()
    {
        if (!_begun)
        {
            Begin();
        }

        while (!_ended)
        {
            if (!_recordWaits && _voucher.TakesUsualRows && TakeUsualRow())
            {
                continue;
            }

            if ((_recordWaits ? TakeRecord() : NextLine()) is { } voucher)
            {
                _checks.Check(voucher, Identification);
                return voucher;
            }
        }

        return null;
    }

    private void Begin()
    {
        _begun = true;
        var beginning = _lines.Peek();
        var marked = beginning.StartsWith(new ReadOnlySpan<byte>([0xEF, 0xBB, 0xBF]));
        if (marked)
        {
            _lines.Skip(3);
            beginning = beginning[3..];
        }

        if (FirstLook.Reject(beginning) is var (problem, what))
        {
            Findings.Add(0, problem, what);
            _ended = true;
            return;
        }

        _decoder.Survey(beginning, marked);
        if (_decoder.Usual is not SieCharacters.Pc8)
        {
            Findings.Add(0, SieProblem.NotPc8, NameOf(_decoder.Usual));
        }
    }

    /// <summary>Takes the next line in if it is a row as nearly all are, of which there is nothing to tell.</summary>
    private bool TakeUsualRow()
    {
        var line = _lines.Ahead();
        if (_checksum.IsClosed || !UsualRow.TryRead(line, out var row))
        {
            return false;
        }

        var text = _decoder.Text(row.Text, out var characters);
        _checksum.Take(row, characters);
        _voucher.Take(new SieRow(_decoder.Text(row.Account), row.AmountOre, text));
        _lines.PassAhead(line.Length);
        TellOfCharacters(_lines.Number);
        return true;
    }

    /// <summary>Takes one line in.</summary>
    /// <returns>The voucher that it ends, if any.</returns>
    private SieVoucher? NextLine()
    {
        if (!_lines.Next())
        {
            Complete();
            return null;
        }

        if (_lines.EndedInCarriageReturn)
        {
            Findings.AddOnce(_lines.Number, SieProblem.LoneCarriageReturn);
        }

        if (_lines.TooLong)
        {
            Findings.Add(_lines.Number, SieProblem.LineTooLong, SieLimits.MaxRecordBytes.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        var line = _lines.Block.AsSpan(_lines.Start, _lines.Length);
        LineCleaning.Clean(line, _lines.Number, Findings);
        var indent = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return indent < 0 ? null : Take(_lines.Start + indent, _lines.Length - indent);
    }

    private SieVoucher? Take(int start, int length)
    {
        switch (_lines.Block[start])
        {
            case (byte)'#':
                _record.Take(_lines.Block, start, length, _lines.Number);
                _checksum.Take(_record);
                return TakeRecord();
            case (byte)'{':
                if (!_voucher.Open())
                {
                    Findings.Add(_lines.Number, SieProblem.StrayBrace);
                }

                return TakeRest(start, length);
            case (byte)'}':
                return TakeEndOfRows(start, length);
            default:
                var text = _lines.Block.AsSpan(start, Math.Min(length, SieFinding.MaxDetail));
                Findings.Add(_lines.Number, SieProblem.NotARecord, _decoder.Text(text));
                return null;
        }
    }

    private SieVoucher? TakeEndOfRows(int start, int length)
    {
        if (_voucher.Now is VoucherReading.State.Open)
        {
            var voucher = _voucher.Close();
            TakeRest(start, length);
            return voucher;
        }

        Findings.Add(_lines.Number, SieProblem.StrayBrace);
        return TakeRest(start, length);
    }

    /// <summary>A brace stands alone on its line; what stands after it is not read.</summary>
    private SieVoucher? TakeRest(int start, int length)
    {
        var rest = _lines.Block.AsSpan(start + 1, length - 1).TrimStart(" \t"u8);
        if (!rest.IsEmpty)
        {
            Findings.Add(_lines.Number, SieProblem.NotARecord, _decoder.Text(rest[..Math.Min(rest.Length, SieFinding.MaxDetail)]));
        }

        return null;
    }

    private SieVoucher? TakeRecord()
    {
        if (_record.Label is Label.Trans or Label.Rtrans or Label.Btrans)
        {
            _voucher.Take(_record);
            TellOfCharacters(_record.Line);
            return null;
        }

        if (!_recordWaits && _record.Label is not Label.Unknown && EndsVoucher() is { } voucher)
        {
            // The record is taken in when the voucher before it was handed out.
            _recordWaits = true;
            return voucher;
        }

        _recordWaits = false;
        if (_record.Label is Label.Ver)
        {
            _voucher.Begin(_record);
        }
        else if (!_identification.Take(_record) && !_chart.Take(_record) && !_balances.Take(_record)
            && _record.Label is not Label.Ksumma)
        {
            _record.Tell(SieProblem.UnknownLabel, _record.LabelText);
        }

        TellOfCharacters(_record.Line);
        return null;
    }

    /// <summary>A voucher whose end was left out.</summary>
    private SieVoucher? EndsVoucher()
    {
        if (_voucher.Now is VoucherReading.State.None)
        {
            return null;
        }

        if (_voucher.Now is VoucherReading.State.Open)
        {
            _record.Tell(SieProblem.BlockNotClosed);
        }

        return _voucher.Close();
    }

    private void TellOfCharacters(long line)
    {
        if (_decoder.Deviation is { } deviation && _toldOf is null)
        {
            Findings.Add(line, SieProblem.MixedCharacters, NameOf(deviation));
            _toldOf = deviation;
        }
    }

    private void Complete()
    {
        _ended = true;
        if (_voucher.Now is not VoucherReading.State.None)
        {
            Findings.Add(_lines.Number, SieProblem.Truncated, "a voucher does not end");
        }
        else if (_checksum.IsOpen)
        {
            Findings.Add(_lines.Number, SieProblem.Truncated, "the checksum at its end is missing");
        }

        _identification.Complete(Findings, Balances.Count > 0);
        _checks.Complete(Identification);
    }

    private static string NameOf(SieCharacters characters) => characters switch
    {
        SieCharacters.Utf8 => "UTF-8",
        SieCharacters.Latin1 => "Latin-1",
        _ => "PC8",
    };
}

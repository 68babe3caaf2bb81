using System.Collections.Immutable;
using System.Globalization;

namespace OpenOne.Sie.Reading;

/// <summary>The voucher that is being read: its head, then its rows between braces.</summary>
/// <remarks>
/// <code>
/// None --#VER--> Headed --{--> Open --}--> None, and the voucher is whole
/// </code>
/// What the wild has left out (a brace, the rows) is told of, and the voucher read all the same.
/// </remarks>
internal sealed class VoucherReading(SieFindings findings)
{
    private readonly ImmutableArray<SieRow>.Builder _rows = ImmutableArray.CreateBuilder<SieRow>(32);
    private Head _head;
    private SieRow? _added;
    private long _addedLine;
    private string? _leftOut;

    public enum State
    {
        None = 1,
        Headed = 2,
        Open = 3,
    }

    /// <summary>How far it has come.</summary>
    public State Now { get; private set; } = State.None;

    /// <summary>Whether a row of which there is nothing to tell may simply be added.</summary>
    public bool TakesUsualRows =>
        Now is State.Open && _leftOut is null && _added is null && _rows.Count < SieLimits.MaxRowsOfVoucher;

    /// <summary>Begins a voucher.</summary>
    public void Begin(Record record)
    {
        _rows.Clear();
        (_added, _leftOut, Now) = (null, null, State.Headed);
        if (!record.Requires(3) || !record.TryDate(2, out var date))
        {
            _leftOut = "it has no date";
            date = default;
        }

        _head = new(date, record.Text(3), record.Text(0), record.Text(1), record.OptionalDate(4), record.Text(5), record.Line);
        if (record.Fields.EndsInBrace)
        {
            record.Tell(SieProblem.StrayBrace);
            Now = State.Open;
        }
    }

    /// <summary>A brace that opens.</summary>
    /// <returns><see langword="false"/> when nothing was waiting for it.</returns>
    public bool Open()
    {
        var expected = Now is State.Headed;
        Now = expected ? State.Open : Now;
        return expected;
    }

    /// <summary>Takes a row in.</summary>
    public void Take(Record record)
    {
        if (Now is State.None)
        {
            record.Tell(SieProblem.RowOutsideVoucher);
            return;
        }

        if (Now is State.Headed)
        {
            record.Tell(SieProblem.BlockNotOpened);
            Now = State.Open;
        }

        if (_leftOut is not null)
        {
            return;
        }

        if (!TryRow(record, out var row))
        {
            _leftOut = "one of its rows could not be read";
        }
        else if (_rows.Count == SieLimits.MaxRowsOfVoucher)
        {
            record.Tell(SieProblem.TooManyRows, SieLimits.MaxRowsOfVoucher.ToString(CultureInfo.InvariantCulture));
            _leftOut = "it is too long";
        }
        else
        {
            Add(record, in row);
        }
    }

    /// <summary>Takes a row in of which there is nothing to tell.</summary>
    public void Take(in SieRow row) => _rows.Add(row);

    /// <summary>The end of the rows.</summary>
    /// <returns>The voucher; null when it was left out.</returns>
    public SieVoucher? Close()
    {
        Now = State.None;
        ForgetAdded();
        if (_leftOut is not null)
        {
            findings.Add(_head.Line, SieProblem.VoucherLeftOut, _leftOut);
            return null;
        }

        return new(_head.Date, _head.Text, _rows.ToImmutable())
        {
            Series = _head.Series,
            Number = _head.Number,
            Registered = _head.Registered,
            Sign = _head.Sign,
            Line = _head.Line,
        };
    }

    private void Add(Record record, in SieRow row)
    {
        if (_added is { } added && record.Label is Label.Trans && added.SaysTheSameAs(row))
        {
            _rows.Add(row with { Kind = SieRowKind.Added });
            _added = null;
            return;
        }

        ForgetAdded();
        switch (record.Label)
        {
            case Label.Rtrans:
                (_added, _addedLine) = (row, record.Line);
                break;
            case Label.Btrans:
                _rows.Add(row with { Kind = SieRowKind.Removed });
                break;
            default:
                _rows.Add(row);
                break;
        }
    }

    /// <summary>A row that was added afterwards counts only with the ordinary row that repeats it (4B § 11, #RTRANS).</summary>
    private void ForgetAdded()
    {
        if (_added is not null)
        {
            findings.Add(_addedLine, SieProblem.AddedRowAlone);
            _added = null;
        }
    }

    private static bool TryRow(Record record, out SieRow row)
    {
        row = default;
        var amount = record.Fields.IsList(1) ? 2 : 1;
        if (amount == 1)
        {
            record.Tell(SieProblem.ListMissing, record.LabelText);
        }

        if (!record.Requires(amount + 1) || !record.TryAmount(amount, out var ore))
        {
            return false;
        }

        row = new(record.Account(0), ore, record.Text(amount + 2)) { Objects = record.Objects(1) };
        if (record.Has(amount + 1) || record.Fields.Count > amount + 3)
        {
            row = row with
            {
                Date = record.OptionalDate(amount + 1),
                Quantity = record.OptionalQuantity(amount + 3),
                Sign = record.Text(amount + 4),
            };
        }

        return true;
    }

    private readonly record struct Head(
        DateOnly Date, string Text, string Series, string Number, DateOnly? Registered, string Sign, long Line);
}

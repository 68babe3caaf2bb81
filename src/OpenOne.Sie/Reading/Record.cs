using System.Collections.Immutable;
using OpenOne.Sie.Characters;

namespace OpenOne.Sie.Reading;

/// <summary>The record at hand: its fields as values, and a finding for each that is none.</summary>
internal sealed class Record(SieFindings findings, TextDecoder decoder)
{
    /// <summary>The line as it is written.</summary>
    public RecordLine Fields { get; } = new();

    /// <summary>Which record it is.</summary>
    public Label Label { get; private set; }

    /// <summary>Where it stands.</summary>
    public long Line { get; private set; }

    /// <summary>Takes the next record in.</summary>
    public void Take(byte[] block, int start, int length, long line)
    {
        Line = line;
        Fields.Split(block, start, length);
        Label = Labels.Find(Fields.Label, out var lowerCase);
        if (lowerCase)
        {
            findings.Add(line, SieProblem.LowerCaseLabel, LabelText);
        }

        if (Fields.Faults is not LineFaults.None)
        {
            Tell(Fields.Faults);
        }
    }

    /// <summary>The label as the file has it.</summary>
    public string LabelText => decoder.Text(Fields.Label[..Math.Min(Fields.Label.Length, SieFinding.MaxDetail)]);

    /// <summary>Whether there is a field and something in it.</summary>
    public bool Has(int field) => !Fields[field].IsEmpty;

    /// <summary>The text of a field; empty when there is none.</summary>
    public string Text(int field) => decoder.Text(Fields[field]);

    /// <summary>Whether there are so many fields.</summary>
    public bool Requires(int count)
    {
        if (Fields.Count >= count)
        {
            return true;
        }

        Tell(SieProblem.FieldMissing, LabelText);
        return false;
    }

    public bool TryAmount(int field, out long ore)
    {
        var reading = FieldValues.Amount(Fields[field], out ore);
        return Judge(reading, field, SieProblem.NotAnAmount, SieProblem.ToleratedAmount);
    }

    public bool TryDate(int field, out DateOnly date)
    {
        var reading = FieldValues.Date(Fields[field], out date);
        return Judge(reading, field, SieProblem.NotADate, SieProblem.ToleratedDate);
    }

    /// <summary>A day that may be left out.</summary>
    public DateOnly? OptionalDate(int field) => Has(field) && TryDate(field, out var date) ? date : null;

    public bool TryWhole(int field, out int number)
    {
        if (FieldValues.Whole(Fields[field], out number))
        {
            return true;
        }

        Tell(SieProblem.NotANumber, Text(field));
        return false;
    }

    /// <summary>A quantity that may be left out.</summary>
    public decimal? OptionalQuantity(int field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (FieldValues.Quantity(Fields[field], out var quantity))
        {
            return quantity;
        }

        Tell(SieProblem.NotANumber, Text(field));
        return null;
    }

    /// <summary>The number of an account, whatever it looks like.</summary>
    public string Account(int field)
    {
        var number = Fields[field];
        if (number.IsEmpty || number.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            Tell(SieProblem.NotAnAccount, Text(field));
        }

        return Text(field);
    }

    /// <summary>The objects of a list.</summary>
    public ImmutableArray<SieObjectReference> Objects(int field)
    {
        var count = Fields.PartsOf(field);
        if (count == 0)
        {
            return [];
        }

        var objects = ImmutableArray.CreateBuilder<SieObjectReference>(count / 2);
        for (var part = 0; part < count; part += 2)
        {
            var dimension = Fields.PartOf(field, part);
            if (part + 1 < count && FieldValues.Whole(dimension, out var number))
            {
                objects.Add(new(number, decoder.Text(Fields.PartOf(field, part + 1))));
            }
            else
            {
                Tell(SieProblem.UnpairedObject, decoder.Text(dimension));
            }
        }

        return objects.DrainToImmutable();
    }

    /// <summary>Tells something about this record.</summary>
    public void Tell(SieProblem problem, string detail = "") => findings.Add(Line, problem, detail);

    private bool Judge(FieldReading reading, int field, SieProblem refused, SieProblem tolerated)
    {
        if (reading is not FieldReading.Plain)
        {
            Tell(reading is FieldReading.Refused ? refused : tolerated, Text(field));
        }

        return reading is not FieldReading.Refused;
    }

    private void Tell(LineFaults faults)
    {
        TellIf(LineFaults.UnterminatedQuote, SieProblem.UnterminatedQuote);
        TellIf(LineFaults.StrayQuote, SieProblem.StrayQuote);
        TellIf(LineFaults.DoubledQuote, SieProblem.DoubledQuote);
        TellIf(LineFaults.TooManyFields, SieProblem.TooManyFields, LabelText);

        // A voucher whose rows begin on its own line is told of as such.
        if (!(Label is Label.Ver && Fields.EndsInBrace))
        {
            TellIf(LineFaults.UnterminatedList, SieProblem.UnterminatedList);
        }

        void TellIf(LineFaults fault, SieProblem problem, string detail = "")
        {
            if ((faults & fault) != 0)
            {
                Tell(problem, detail);
            }
        }
    }
}

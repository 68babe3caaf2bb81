using System.Globalization;

namespace OpenOne.Sie.Reading;

/// <summary>The records before the chart, gathered.</summary>
internal sealed class IdentificationReading
{
    private const int MaxYears = 100;

    private readonly HashSet<Label> _seen = [];

    /// <summary>What was gathered so far.</summary>
    public SieIdentification Identification { get; private set; } = new() { Kind = SieKind.YearBalances, Format = "" };

    /// <summary>Takes a record in.</summary>
    /// <returns><see langword="false"/> when it does not belong here.</returns>
    public bool Take(Record record)
    {
        if (record.Label is < Label.Flagga or > Label.Valuta || record.Label is Label.Ksumma)
        {
            return false;
        }

        if (record.Label is Label.Rar)
        {
            TakeYear(record);
        }
        else
        {
            var taken = Taken(record);
            if (!_seen.Add(record.Label))
            {
                TellOfRepetition(record, taken);
            }
            else
            {
                Identification = taken;
            }
        }

        _seen.Add(record.Label);
        return true;
    }

    /// <summary>Tells what every file should state and this one does not.</summary>
    /// <remarks>Source: SIE filformat 4B § 11, the table of which record is compulsory in which type.</remarks>
    public void Complete(SieFindings findings, bool hasBalances)
    {
        if (!_seen.Contains(Label.Flagga))
        {
            findings.Add(0, SieProblem.FlagMissing);
        }

        if (!_seen.Contains(Label.Sietyp))
        {
            findings.Add(0, SieProblem.KindMissing);
        }
        else if (Identification.Kind is SieKind.Ledger && !hasBalances)
        {
            Identification = Identification with { Kind = SieKind.Import };
        }

        foreach (var label in (ReadOnlySpan<Label>)[Label.Program, Label.Format, Label.Gen, Label.Fnamn])
        {
            if (!_seen.Contains(label))
            {
                findings.Add(0, SieProblem.RecordMissing, "#" + label.ToString().ToUpperInvariant());
            }
        }

        if (Identification.Kind is not SieKind.Import && Identification.Years.IsEmpty)
        {
            findings.Add(0, SieProblem.RecordMissing, "#RAR");
        }
    }

    private void TellOfRepetition(Record record, SieIdentification taken)
    {
        // Whoever joins files leaves a second identification in the middle; it matters only when it is another.
        if (taken != Identification)
        {
            record.Tell(SieProblem.RecordRepeated, record.LabelText);
        }
    }

    private SieIdentification Taken(Record record) => record.Label switch
    {
        Label.Flagga => Flagged(record),
        Label.Program => Identification with { Program = record.Text(0), ProgramVersion = record.Text(1) },
        Label.Format => Identification with { Format = record.Text(0) },
        Label.Gen => Identification with { Generated = record.OptionalDate(0), GeneratedBy = record.Text(1) },
        Label.Sietyp => Identification with { Kind = Kind(record) },
        Label.Prosa => Identification with { Comment = record.Text(0) },
        Label.Ftyp => Identification with { CompanyType = record.Text(0) },
        Label.Fnr => Identification with { CompanyCode = record.Text(0) },
        Label.Orgnr => Organised(record),
        Label.Bkod => Identification with { TradeCode = record.Text(0) },
        Label.Adress => Identification with { Address = new(record.Text(0), record.Text(1), record.Text(2), record.Text(3)) },
        Label.Fnamn => Identification with { CompanyName = record.Text(0) },
        Label.Taxar => record.TryWhole(0, out var year) ? Identification with { TaxYear = year } : Identification,
        Label.Omfattn => Identification with { Through = record.OptionalDate(0) },
        Label.Kptyp => Identification with { ChartType = record.Text(0) },
        _ => Valued(record),
    };

    private SieIdentification Flagged(Record record)
    {
        if (!record.TryWhole(0, out var flag))
        {
            return Identification;
        }

        if (flag != 0)
        {
            record.Tell(SieProblem.FlagSet, flag.ToString(CultureInfo.InvariantCulture));
        }

        return Identification with { Flag = flag };
    }

    private static SieKind Kind(Record record)
    {
        if (!record.TryWhole(0, out var type))
        {
            return SieKind.YearBalances;
        }

        if (type is >= 1 and <= 4)
        {
            return (SieKind)type;
        }

        record.Tell(SieProblem.UnknownKind, type.ToString(CultureInfo.InvariantCulture));
        return SieKind.Ledger;
    }

    private SieIdentification Organised(Record record)
    {
        var number = record.Text(0);
        if (!OrganisationNumbers.IsValid(number))
        {
            record.Tell(SieProblem.OrganisationNumberInvalid, number);
        }

        return Identification with
        {
            OrganisationNumber = number, AcquisitionNumber = record.Text(1), ActivityNumber = record.Text(2),
        };
    }

    private SieIdentification Valued(Record record)
    {
        var currency = record.Text(0);
        if (currency.Length > 0 && !currency.Equals("SEK", StringComparison.OrdinalIgnoreCase))
        {
            record.Tell(SieProblem.ForeignCurrency, currency);
        }

        return Identification with { Currency = currency };
    }

    private void TakeYear(Record record)
    {
        if (!record.Requires(3) || !record.TryWhole(0, out var number)
            || !record.TryDate(1, out var start) || !record.TryDate(2, out var end))
        {
            return;
        }

        var years = Identification.Years;
        if (years.Any(year => year.Number == number))
        {
            if (!years.Contains(new(number, start, end)))
            {
                record.Tell(SieProblem.RecordRepeated, record.LabelText);
            }
        }
        else if (years.Length == MaxYears)
        {
            record.Tell(SieProblem.TooMany, record.LabelText);
        }
        else
        {
            Identification = Identification with { Years = years.Add(new(number, start, end)) };
        }
    }
}

using System.Collections.Immutable;

namespace OpenOne.Sie.Reading;

/// <summary>The chart of accounts, dimensions and objects, gathered.</summary>
internal sealed class ChartReading
{
    private const int MaxTaxCodes = 100;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _declared = [];
    private readonly HashSet<string> _undeclared = new(StringComparer.Ordinal);
    private readonly List<SieDimension> _dimensions = [];
    private readonly List<SieObject> _objects = [];

    /// <summary>The accounts, in the order in which they were declared.</summary>
    public ImmutableArray<SieAccount> Accounts => [.. _declared.Select(number => _entries[number].ToAccount(number))];

    public ImmutableArray<SieDimension> Dimensions => [.. _dimensions];

    public ImmutableArray<SieObject> Objects => [.. _objects];

    /// <summary>Takes a record in.</summary>
    /// <returns><see langword="false"/> when it does not belong here.</returns>
    public bool Take(Record record)
    {
        switch (record.Label)
        {
            case Label.Konto:
                TakeAccount(record);
                return true;
            case Label.Ktyp or Label.Enhet or Label.Sru:
                TakeProperty(record);
                return true;
            case Label.Dim or Label.Underdim:
                TakeDimension(record);
                return true;
            case Label.Objekt:
                TakeObject(record);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Tells, once for each, of an account that a voucher uses and the chart lacks.</summary>
    public void Use(string account, long line, SieFindings findings)
    {
        // A file of type 4I need not declare any.
        if (_declared.Count > 0 && _entries.GetValueOrDefault(account) is not { Name: not null }
            && _undeclared.Count < SieLimits.MaxOfChart && _undeclared.Add(account))
        {
            findings.Add(line, SieProblem.AccountNotDeclared, account);
        }
    }

    private void TakeAccount(Record record)
    {
        if (!record.Requires(1) || EntryOf(record) is not { } entry)
        {
            return;
        }

        var name = record.Text(1);
        if (entry.Name is null)
        {
            entry.Name = name;
            _declared.Add(record.Text(0));
        }
        else if (entry.Name != name)
        {
            record.Tell(SieProblem.AccountRepeated, record.Text(0));
        }
    }

    private void TakeProperty(Record record)
    {
        if (!record.Requires(2) || EntryOf(record) is not { } entry)
        {
            return;
        }

        switch (record.Label)
        {
            case Label.Ktyp:
                entry.Type = Type(record);
                break;
            case Label.Enhet:
                entry.Unit = record.Text(1);
                break;
            default:
                if (entry.TaxCodes.Count < MaxTaxCodes)
                {
                    entry.TaxCodes.Add(record.Text(1));
                }

                break;
        }
    }

    private Entry? EntryOf(Record record)
    {
        var number = record.Account(0);
        if (_entries.TryGetValue(number, out var entry))
        {
            return entry;
        }

        if (_entries.Count == SieLimits.MaxOfChart)
        {
            record.Tell(SieProblem.TooMany, record.LabelText);
            return null;
        }

        return _entries[number] = new();
    }

    private static SieAccountType? Type(Record record)
    {
        switch (record.Text(1).ToUpperInvariant())
        {
            case "T":
                return SieAccountType.Asset;
            case "S":
                return SieAccountType.Liability;
            case "K":
                return SieAccountType.Expense;
            case "I":
                return SieAccountType.Income;
            default:
                record.Tell(SieProblem.UnknownAccountType, record.Text(1));
                return null;
        }
    }

    private void TakeDimension(Record record)
    {
        int? parent = null;
        if (!record.Requires(record.Label is Label.Dim ? 2 : 3) || !record.TryWhole(0, out var number))
        {
            return;
        }

        if (record.Label is Label.Underdim)
        {
            if (!record.TryWhole(2, out var value))
            {
                return;
            }

            parent = value;
        }

        AddTo(_dimensions, new(number, record.Text(1), parent), record);
    }

    private void TakeObject(Record record)
    {
        if (record.Requires(3) && record.TryWhole(0, out var dimension))
        {
            AddTo(_objects, new(dimension, record.Text(1), record.Text(2)), record);
        }
    }

    private static void AddTo<T>(List<T> list, T item, Record record)
    {
        if (list.Count < SieLimits.MaxOfChart)
        {
            list.Add(item);
        }
        else
        {
            record.Tell(SieProblem.TooMany, record.LabelText);
        }
    }

    private sealed class Entry
    {
        public string? Name { get; set; }

        public SieAccountType? Type { get; set; }

        public string Unit { get; set; } = "";

        public List<string> TaxCodes { get; } = [];

        public SieAccount ToAccount(string number) =>
            new(number, Name ?? "") { Type = Type, Unit = Unit, TaxCodes = [.. TaxCodes] };
    }
}

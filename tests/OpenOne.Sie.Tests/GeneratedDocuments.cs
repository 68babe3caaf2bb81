using System.Collections.Immutable;
using System.Globalization;

namespace OpenOne.Sie.Tests;

/// <summary>Documents of every kind from a number: the same number, the same document.</summary>
internal sealed class GeneratedDocuments(int seed, string repertoire)
{
    /// <summary>What Swedes write, what their word processors make of it, and what the format is touchy about.</summary>
    public const string Swedish = "abcxyz ABC 0123 åäö ÅÄÖ é É ü Ü \"\"\\\\{}# ”“’–—…€øØ§¤×š½° \t\r\n\0\u0007\u007F日";

    private readonly Random _random = new(seed);

    public static SieDocument Document(int seed, string repertoire = Swedish) => new GeneratedDocuments(seed, repertoire).Document();

    private SieDocument Document()
    {
        var kind = (SieKind)_random.Next(1, 6);
        var hasVouchers = kind is SieKind.Ledger or SieKind.Import;
        return new()
        {
            Identification = Identification(kind),
            Accounts = Many(1, 6, i => new SieAccount(Whole(1000 + i), Name())
            {
                Type = Maybe() ? (SieAccountType)_random.Next(1, 5) : null,
                Unit = MaybeText(),
                TaxCodes = Many(0, 3, _ => "c" + Text()),
            }),
            Dimensions = Many(0, 3, i => new SieDimension(i + 1, Text(), Maybe() ? _random.Next(99) : null)),
            Objects = Many(0, 3, _ => new SieObject(_random.Next(99), Text(), Text())),
            Balances = kind is SieKind.Import ? [] : Many(1, 6, _ => Balance()),
            Vouchers = hasVouchers ? Many(0, 6, i => Voucher(i, kind)) : [],
        };
    }

    private SieIdentification Identification(SieKind kind) => new()
    {
        Kind = kind,
        Program = Name(),
        ProgramVersion = Name(),
        Generated = Date(),
        GeneratedBy = MaybeText(),
        Comment = MaybeText(),
        CompanyType = MaybeText(),
        CompanyCode = MaybeText(),
        OrganisationNumber = Maybe() ? "559999-9991" : "",
        AcquisitionNumber = MaybeText(),
        ActivityNumber = MaybeText(),
        TradeCode = kind is SieKind.Import ? "" : MaybeText(),
        Address = Maybe() ? new(Text(), Text(), Text(), Text()) : null,
        CompanyName = Name(),
        Years = [new(0, new(1, 1, 1), new(9999, 12, 31)), .. Many(0, 2, i => new SieYear(-1 - i, Date(), Date()))],
        TaxYear = Maybe() ? 2026 : null,
        Through = kind is not SieKind.Import && Maybe() ? Date() : null,
        ChartType = MaybeText(),
        Currency = Maybe() ? "SEK" : "",
    };

    private SieBalance Balance()
    {
        var kind = (SieBalanceKind)_random.Next(1, 8);
        var ofMonth = kind is SieBalanceKind.Period or SieBalanceKind.Budget;
        var ofObject = ofMonth || kind is SieBalanceKind.ObjectOpening or SieBalanceKind.ObjectClosing;
        return new(kind, -_random.Next(3), Whole(_random.Next(1000, 1003)), Ore())
        {
            Period = ofMonth ? 202611 : null, Objects = ofObject ? Objects() : [], Quantity = Quantity(),
        };
    }

    private SieVoucher Voucher(int place, SieKind kind)
    {
        var rows = Many(0, 5, _ => Row()).ToList();
        rows.Add(new("1000", (long)-rows.Where(row => row.Counts).Aggregate((Int128)0, (sum, row) => sum + row.AmountOre)));
        return new(Date(), MaybeText(), [.. rows])
        {
            Series = Maybe() ? Text() : "",
            Number = kind is SieKind.Ledger || Maybe() ? Whole(place + 1) : "",
            Registered = Maybe() ? Date() : null,
            Sign = MaybeText(),
        };
    }

    private SieRow Row() => new(Whole(_random.Next(1000, 1004)), Ore(), MaybeText())
    {
        Kind = (SieRowKind)_random.Next(1, 4),
        Objects = Objects(),
        Date = Maybe() ? Date() : null,
        Quantity = Quantity(),
        Sign = MaybeText(),
    };

    private ImmutableArray<SieObjectReference> Objects() => Many(0, 3, _ => new SieObjectReference(_random.Next(30), Text()));

    private decimal? Quantity() => Maybe() ? new decimal(_random.Next(), 0, 0, Maybe(), (byte)_random.Next(5)) : null;

    private long Ore() => _random.Next(4) switch
    {
        0 => 0,
        1 => _random.NextInt64(-1_000_000_000_000, 1_000_000_000_000),
        _ => _random.Next(-500_00, 500_00),
    };

    private DateOnly Date() => DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber));

    private string Text()
    {
        var characters = repertoire.Length == 0
            ? Many(0, 12, _ => (char)_random.Next(0x10000))
            : Many(0, 12, _ => repertoire[_random.Next(repertoire.Length)]);
        return new([.. characters]);
    }

    private string Name() => "n" + Text();

    private string MaybeText() => Maybe() ? Text() : "";

    private bool Maybe() => _random.Next(2) == 0;

    private ImmutableArray<T> Many<T>(int from, int below, Func<int, T> make) =>
        [.. Enumerable.Range(0, _random.Next(from, below)).Select(make)];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}

namespace SpirisSandbox.Sie;

/// <summary>What became of a text that was to be a SIE file.</summary>
public abstract record SieReading
{
    private SieReading()
    {
    }

    public sealed record Read(SieFile File) : SieReading;

    /// <param name="Reason">What is wrong and in which line.</param>
    public sealed record Unreadable(string Reason) : SieReading;
}

/// <summary>Reads files of type 4, I and E. Records and fields it does not know are passed over.</summary>
/// <remarks>
/// Source: SIE filformat 4B § 7.1-7.3. <c>#RTRANS</c> is always followed by the same row as <c>#TRANS</c>, and
/// <c>#BTRANS</c> is a row that was taken away: both are passed over. Whether vouchers balance is for the caller.
/// </remarks>
public sealed class SieReader
{
    private readonly List<SieYear> _years = [];
    private readonly List<SieAccount> _accounts = [];
    private readonly List<SieDimension> _dimensions = [];
    private readonly List<SieObject> _objects = [];
    private readonly List<SieBalance> _opening = [];
    private readonly List<SieBalance> _closing = [];
    private readonly List<SieBalance> _results = [];
    private readonly List<SieVoucher> _vouchers = [];
    private SieFile _file = new();

    // The voucher whose rows come next, and whether its block was opened.
    private SieVoucher? _voucher;
    private List<SieRow>? _rows;

    private SieReader()
    {
    }

    public static SieReading Read(string text)
    {
        try
        {
            return new SieReading.Read(new SieReader().ReadAll(text));
        }
        catch (SieSyntaxException bad)
        {
            return new SieReading.Unreadable(bad.Message);
        }
    }

    private SieFile ReadAll(string text)
    {
        var number = 0;
        foreach (var untrimmed in text.Split('\n'))
        {
            number++;
            if (untrimmed.Trim() is { Length: > 0 } line)
            {
                Take(number, line);
            }
        }

        if (_voucher is not null)
        {
            throw new SieSyntaxException(number, "the last voucher has no end.");
        }

        if (_years.Count + _accounts.Count + _vouchers.Count == 0)
        {
            throw new SieSyntaxException(number, "the file has no year, account or voucher.");
        }

        return _file with
        {
            Years = _years,
            Accounts = _accounts,
            Dimensions = _dimensions,
            Objects = _objects,
            OpeningBalances = _opening,
            ClosingBalances = _closing,
            Results = _results,
            Vouchers = _vouchers,
        };
    }

    private void Take(int number, string line)
    {
        switch (line)
        {
            case "{":
                _rows = _voucher is not null && _rows is null
                    ? []
                    : throw new SieSyntaxException(number, "a block begins where no voucher is.");
                break;
            case "}":
                _vouchers.Add(_rows is null
                    ? throw new SieSyntaxException(number, "a block ends that never began.")
                    : _voucher! with { Rows = _rows });
                (_voucher, _rows) = (null, null);
                break;
            case ['#', ..]:
                Take(SieLine.Of(number, line));
                break;
            default:
                throw new SieSyntaxException(number, "a record begins with #.");
        }
    }

    private void Take(SieLine line)
    {
        if (_rows is not null)
        {
            if (line.Label == "#TRANS")
            {
                _rows.Add(new SieRow(line.Account(0), line.Objects(1), line.Amount(2), line.Optional(4)));
            }

            return;
        }

        if (_voucher is not null)
        {
            throw line.Fail("a voucher has no block of rows.");
        }

        switch (line.Label)
        {
            case "#VER":
                _voucher = new SieVoucher(
                    line.Optional(0), line.Optional(1), line.Date(2), line.Optional(3), line.OptionalDate(4), []);
                break;
            case "#TRANS":
                throw line.Fail("a row stands outside of a voucher.");
            default:
                TakeDescription(line);
                break;
        }
    }

    private void TakeDescription(SieLine line)
    {
        switch (line.Label)
        {
            case "#SIETYP" when line.Text(0) != "4":
                throw line.Fail($"the file is of SIE type {line.Text(0)}, not 4.");
            case "#PROGRAM":
                _file = _file with { Program = line.Optional(0), ProgramVersion = line.Optional(1) };
                break;
            case "#GEN":
                _file = _file with { Generated = line.OptionalDate(0) };
                break;
            case "#FNAMN":
                _file = _file with { CompanyName = line.Optional(0) };
                break;
            case "#ORGNR":
                _file = _file with { OrganisationNumber = line.Optional(0) };
                break;
            case "#RAR":
                _years.Add(new SieYear(line.Whole(0), line.Date(1), line.Date(2)));
                break;
            case "#KONTO":
                _accounts.Add(new SieAccount(line.Account(0), line.Optional(1)));
                break;
            case "#DIM":
                _dimensions.Add(new SieDimension(line.Whole(0), line.Optional(1)));
                break;
            case "#OBJEKT":
                _objects.Add(new SieObject(line.Whole(0), line.Text(1), line.Optional(2)));
                break;
            case "#IB":
                _opening.Add(Balance(line));
                break;
            case "#UB":
                _closing.Add(Balance(line));
                break;
            case "#RES":
                _results.Add(Balance(line));
                break;
            default:
                break;
        }
    }

    private static SieBalance Balance(SieLine line) => new(line.Whole(0), line.Account(1), line.Amount(2));
}

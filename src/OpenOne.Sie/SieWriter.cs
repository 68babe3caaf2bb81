using OpenOne.Sie.Writing;

namespace OpenOne.Sie;

/// <summary>Writes a SIE file record by record, in constant memory. The same records give the same bytes, always.</summary>
/// <remarks>
/// <para>The order is that of the format: identification, accounts and objects, balances, vouchers, and
/// <see cref="Complete"/> at the end, without which the file is cut short and known as such by its missing checksum.
/// The stream stays open.</para>
/// <para>A record that the kind of file may not have, or an order that the format does not know, is a mistake of the
/// caller and throws; so does a voucher that does not balance. After that the file is not to be used.</para>
/// <para>Characters that code page 437 lacks become the nearest it has, or a question mark.</para>
/// <para>Source: SIE filformat 4B (2008-09-30) § 5 to 7 and 10 to 11; 4C (2025-08-06) changed its documentation only.</para>
/// </remarks>
public sealed class SieWriter
{
    private readonly RecordOutput _records;
    private readonly SieKind _kind;
    private readonly SieChecksum _checksum;
    private readonly Dictionary<string, long> _numbers = [];
    private Section _section = Section.Chart;
    private bool _hasAccounts;

    /// <summary>Begins a file.</summary>
    /// <param name="output">Written in large blocks.</param>
    /// <param name="identification">Who makes it, of which company, and what it is.</param>
    /// <exception cref="ArgumentException">What every file must state is missing: program, version, day, company; for a
    /// ledger also its fiscal year. Or it states what its kind may not.</exception>
    public SieWriter(Stream output, SieIdentification identification)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(identification);
        IdentificationRecords.Check(identification);
        _kind = identification.Kind;
        _records = new RecordOutput(output);
        _records.Label("#FLAGGA"u8).Whole(identification.Flag).End();
        _records.Label("#KSUMMA"u8).End();
        _checksum = _records.StartChecksum();
        IdentificationRecords.Write(_records, identification);
    }

    private enum Section
    {
        Chart = 1,
        Balances = 2,
        Vouchers = 3,
        Done = 4,
    }

    /// <summary>Writes an account.</summary>
    /// <exception cref="ArgumentException">Its number is not digits, or it has no name.</exception>
    public void Write(SieAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Enter(Section.Chart);
        ChartRecords.Write(_records, account);
        _hasAccounts = true;
    }

    /// <summary>Writes a dimension.</summary>
    public void Write(SieDimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        Enter(Section.Chart);
        ChartRecords.Write(_records, dimension);
    }

    /// <summary>Writes a value of a dimension.</summary>
    public void Write(SieObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Enter(Section.Chart);
        ChartRecords.Write(_records, value);
    }

    /// <summary>Writes a balance.</summary>
    /// <exception cref="InvalidOperationException">The file is one of vouchers to be imported, which has none.</exception>
    public void Write(SieBalance balance)
    {
        ArgumentNullException.ThrowIfNull(balance);
        if (_kind is SieKind.Import)
        {
            throw new InvalidOperationException("A 4I states no balances (SIE filformat 4B § 11).");
        }

        Enter(Section.Balances);
        BalanceRecords.Write(_records, balance);
    }

    /// <summary>Writes a voucher with its rows.</summary>
    /// <exception cref="ArgumentException">It does not balance, or its number does not follow in its series.</exception>
    public void Write(SieVoucher voucher)
    {
        ArgumentNullException.ThrowIfNull(voucher);
        if (_kind is not (SieKind.Import or SieKind.Ledger))
        {
            throw new InvalidOperationException("Only files of type 4 have vouchers (SIE filformat 4B § 11).");
        }

        Enter(Section.Vouchers);
        CheckNumber(voucher);
        if (voucher.Difference() is var difference && difference != 0)
        {
            throw new ArgumentException($"The voucher \"{voucher.Text}\" is {difference} öre from balancing.", nameof(voucher));
        }

        VoucherRecords.Write(_records, voucher);
    }

    /// <summary>Writes the checksum and hands everything to the stream.</summary>
    /// <returns>The checksum.</returns>
    /// <exception cref="InvalidOperationException">A ledger was given no account.</exception>
    public uint Complete()
    {
        if (_kind is SieKind.Ledger && !_hasAccounts)
        {
            throw new InvalidOperationException("A 4E states its accounts (SIE filformat 4B § 11).");
        }

        Enter(Section.Done);
        _records.EndChecksum();
        _records.Label("#KSUMMA"u8).Whole(_checksum.Value).End();
        _records.Flush();
        return _checksum.Value;
    }

    private void Enter(Section section)
    {
        if (section < _section || _section is Section.Done)
        {
            throw new InvalidOperationException($"{section} cannot come after {_section} in a SIE file.");
        }

        _section = section;
    }

    // Vouchers with numbers stand in the order of their numbers, series by series (SIE filformat 4B § 11, #VER).
    private void CheckNumber(SieVoucher voucher)
    {
        if (_kind is SieKind.Ledger && voucher.Number.Length == 0)
        {
            throw new ArgumentException("The vouchers of a 4E are numbered.", nameof(voucher));
        }

        if (!long.TryParse(voucher.Number, out var number))
        {
            return;
        }

        if (_numbers.TryGetValue(voucher.Series, out var last) && number <= last)
        {
            throw new ArgumentException($"Voucher {voucher.Series}{number} does not come after {voucher.Series}{last}.", nameof(voucher));
        }

        _numbers[voucher.Series] = number;
    }
}

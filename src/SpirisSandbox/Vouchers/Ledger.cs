using System.Globalization;
using SpirisSandbox.FiscalYears;
using SpirisSandbox.State;

namespace SpirisSandbox.Vouchers;

/// <summary>What is to be booked: a voucher that has no number yet.</summary>
/// <param name="Series">A letter the company has.</param>
/// <param name="SourceId">The document the voucher comes from, such as an invoice.</param>
/// <param name="ImportedNumber">Series and number the voucher had in another program.</param>
public sealed record Booking(
    DateOnly Date,
    string Text,
    string Series,
    IReadOnlyList<VoucherRowApi> Rows,
    int Type = VoucherType.Manual,
    Guid? SourceId = null,
    string? ImportedNumber = null);

/// <summary>The books of one company: gives vouchers their numbers.</summary>
/// <remarks>
/// Numbers run per series and fiscal year, from 1 and without gaps. <see cref="Book"/> is called inside
/// <see cref="Company.Write{T}"/>; whether a voucher may be booked is for the caller's rules to have settled.
/// </remarks>
public sealed class Ledger(Company company)
{
    private readonly Dictionary<(Guid FiscalYearId, string Series), int> _lastNumbers = [];

    /// <summary>Books a voucher and gives it the next number of its series.</summary>
    /// <exception cref="ArgumentException">Debit and credit differ, or no fiscal year covers the date.</exception>
    public VoucherApi Book(Booking booking, DateTimeOffset now)
    {
        if (booking.Rows.Sum(row => row.DebitAmount) != booking.Rows.Sum(row => row.CreditAmount))
        {
            throw new ArgumentException("A voucher that does not balance is never booked.", nameof(booking));
        }

        var year = YearOf(booking.Date)
            ?? throw new ArgumentException("No fiscal year covers the date.", nameof(booking));
        var number = NextNumber(year.Id, booking.Series);
        var voucher = new VoucherApi
        {
            Id = Guid.NewGuid(),
            VoucherDate = booking.Date,
            VoucherText = booking.Text,
            Rows = booking.Rows,
            NumberAndNumberSeries = booking.Series + number.ToString(CultureInfo.InvariantCulture),
            NumberSeries = booking.Series,
            ImportedVoucherNumber = booking.ImportedNumber,
            ModifiedUtc = now,
            VoucherType = booking.Type,
            SourceId = booking.SourceId,
            CreatedUtc = now,
            FiscalYearId = year.Id,
            Number = number,
        };
        company.Vouchers.Put(voucher);
        return voucher;
    }

    public FiscalYearApi? YearOf(DateOnly date) => company.FiscalYears.FirstOrDefault(year => year.Covers(date));

    private int NextNumber(Guid year, string series)
    {
        if (!_lastNumbers.TryGetValue((year, series), out var last))
        {
            last = company.Vouchers.All
                .Where(voucher => voucher.FiscalYearId == year && voucher.NumberSeries == series)
                .Select(voucher => voucher.Number)
                .DefaultIfEmpty(0)
                .Max();
        }

        return _lastNumbers[(year, series)] = last + 1;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Resources;

/// <summary>What can be read of one company in Spiris.</summary>
/// <remarks>Every method throws <see cref="OperationCanceledException"/> when it is cancelled, and nothing else for
/// what the wire or Spiris does. Lists are read whole or not at all.</remarks>
public sealed class SpirisCompany(SpirisConnection connection, SpirisAccessSource access)
{
    private readonly ResourceReader _reader = new(new(connection, access));
    private readonly ResourceWriter _writer = new(connection, new(connection, access));

    /// <summary>The company's settings, which say whose books these are.</summary>
    public Task<SpirisAnswer<CompanySettings>> ReadSettingsAsync(CancellationToken cancellation) =>
        _reader.ReadAsync("companysettings", SpirisJson.Default.CompanySettings, cancellation);

    /// <summary>The fiscal years that have been set up.</summary>
    public Task<SpirisAnswer<SpirisList<FiscalYear>>> ReadFiscalYearsAsync(CancellationToken cancellation) =>
        _reader.ReadListAsync("fiscalyears", "", SpirisJson.Default.PageFiscalYear, year => year.Id, QuotaUse.Work, cancellation);

    /// <summary>The whole chart of accounts of one fiscal year, accounts that are not in use included.</summary>
    public Task<SpirisAnswer<SpirisList<SpirisAccount>>> ReadAccountsAsync(
        Guid fiscalYear, CancellationToken cancellation)
    {
        var path = $"accounts/{fiscalYear}";
        return _reader.ReadListAsync(
            path, "", SpirisJson.Default.PageSpirisAccount, account => account.Number, QuotaUse.Work, cancellation);
    }

    /// <summary>The VAT codes of the company.</summary>
    public Task<SpirisAnswer<SpirisList<SpirisVatCode>>> ReadVatCodesAsync(CancellationToken cancellation) =>
        _reader.ReadListAsync("vatcodes", "", SpirisJson.Default.PageSpirisVatCode, code => code.Id, QuotaUse.Work, cancellation);

    /// <summary>The groups of cost centres, with everything in them.</summary>
    public Task<SpirisAnswer<SpirisList<SpirisCostCenter>>> ReadCostCentersAsync(CancellationToken cancellation) =>
        _reader.ReadListAsync("costcenters", "", SpirisJson.Default.PageSpirisCostCenter, group => group.Id, QuotaUse.Work, cancellation);

    /// <summary>Adds an account to the chart of one fiscal year.</summary>
    /// <remarks>Sent twice, the second is refused as a conflict, since the number is there already.</remarks>
    public Task<SpirisAnswer<SpirisAccount>> CreateAccountAsync(SpirisAccountInput account, CancellationToken cancellation) =>
        _writer.CreateAsync(
            "accounts", account, SpirisBodies.Default.SpirisAccountInput, SpirisJson.Default.SpirisAccount, cancellation);

    /// <summary>Replaces an account in one fiscal year.</summary>
    public Task<SpirisAnswer<SpirisAccount>> ReplaceAccountAsync(SpirisAccountInput account, CancellationToken cancellation)
    {
        var path = $"accounts/{account.FiscalYearId}/{account.Number}";
        return _writer.ReplaceAsync(
            path, account, SpirisBodies.Default.SpirisAccountInput, SpirisJson.Default.SpirisAccount, cancellation);
    }

    /// <summary>Tells Spiris that the integration is active for the company.</summary>
    /// <remarks>It changes nothing but what we say of ourselves, which makes it the one thing that shows whether the user who
    /// authorised us may write at all: no resource of the API tells a user's rights.</remarks>
    public async Task<SpirisAnswer<bool>> TellActiveAsync(CancellationToken cancellation)
    {
        var told = await _writer.ReplaceAsync(
            "appstore/status", new AppStatus(1), SpirisBodies.Default.AppStatus, SpirisJson.Default.AppStatus, cancellation);
        return told.Map(_ => true);
    }

    /// <summary>Every voucher dated from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    /// <remarks>It is for Spiris to leave out what lies outside; the caller looks at the dates where they
    /// matter.</remarks>
    public Task<SpirisAnswer<SpirisList<SpirisVoucher>>> ReadVouchersAsync(
        DateOnly from, DateOnly to, QuotaUse use, CancellationToken cancellation)
    {
        var filter = string.Create(
            CultureInfo.InvariantCulture,
            $"VoucherDate ge {from:yyyy-MM-dd}T00:00:00Z and VoucherDate le {to:yyyy-MM-dd}T00:00:00Z");
        return ReadVouchersAsync("vouchers", $"&$filter={Uri.EscapeDataString(filter)}", use, cancellation);
    }

    /// <summary>Every voucher that came or changed at <paramref name="since"/> or later, by Spiris' clock.</summary>
    /// <remarks>That vouchers can be picked by <c>ModifiedUtc</c> is what clients in use rely on; it is not documented which of
    /// their fields can.</remarks>
    public Task<SpirisAnswer<SpirisList<SpirisVoucher>>> ReadVouchersChangedAsync(
        DateTimeOffset since, CancellationToken cancellation)
    {
        var filter = string.Create(CultureInfo.InvariantCulture, $"ModifiedUtc ge {since.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z");
        return ReadVouchersAsync("vouchers", $"&$filter={Uri.EscapeDataString(filter)}", QuotaUse.Work, cancellation);
    }

    /// <summary>The series that the vouchers of one fiscal year stand in, in alphabetical order.</summary>
    /// <remarks>Spiris lists its series nowhere, so one that has no voucher yet is not among them. Reads every voucher
    /// of the year, a thousand at a time.</remarks>
    public async Task<SpirisAnswer<ImmutableArray<string>>> ReadVoucherSeriesAsync(
        Guid fiscalYear, CancellationToken cancellation)
    {
        var vouchers = await ReadVouchersAsync($"vouchers/{fiscalYear}", "", QuotaUse.Work, cancellation);
        return vouchers.Map(SeriesOf);
    }

    /// <summary>The user who authorised us.</summary>
    public async Task<SpirisAnswer<SpirisUser>> ReadCurrentUserAsync(CancellationToken cancellation)
    {
        var users = await _reader.ReadListAsync(
            "users", "", SpirisJson.Default.PageSpirisUser, user => user.Id, QuotaUse.Work, cancellation);
        return users is SpirisAnswer<SpirisList<SpirisUser>>.Read(var list)
            && list.Items.All(user => user.IsCurrentUser is not true)
            ? new SpirisAnswer<SpirisUser>.Refused(null, "Spiris does not say which user has authorised us.")
            : users.Map(whole => whole.Items.First(user => user.IsCurrentUser is true));
    }

    private static ImmutableArray<string> SeriesOf(SpirisList<SpirisVoucher> vouchers)
    {
        var series = vouchers.Items.Select(voucher => voucher.NumberSeries).OfType<string>();
        return [.. series.Distinct().Order(StringComparer.Ordinal)];
    }

    private Task<SpirisAnswer<SpirisList<SpirisVoucher>>> ReadVouchersAsync(
        string path, string query, QuotaUse use, CancellationToken cancellation) =>
        _reader.ReadListAsync(path, query, SpirisJson.Default.PageSpirisVoucher, voucher => voucher.Id, use, cancellation);
}

using System.Globalization;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Resources;

/// <summary>What can be read of one company in Spiris.</summary>
public sealed class SpirisCompany(SpirisConnection connection, SpirisAccessSource access)
{
    private readonly ResourceReader _reader = new(new(connection, access));

    /// <summary>Every voucher dated from <paramref name="from"/> to <paramref name="to"/>, both included; the days next to them may
    /// come as well.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public Task<SpirisAnswer<SpirisList<SpirisVoucher>>> ReadVouchersAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var filter = string.Create(CultureInfo.InvariantCulture, $"VoucherDate ge {from:yyyy-MM-dd}T00:00:00Z and VoucherDate le {to:yyyy-MM-dd}T00:00:00Z");
        return _reader.ReadListAsync(
            "vouchers", $"&$filter={Uri.EscapeDataString(filter)}", SpirisJson.Default.PageSpirisVoucher, voucher => voucher.Id, cancellation);
    }
}

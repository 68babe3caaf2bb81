using System.Globalization;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Pages.Integrations;

/// <summary>What the form of the integration's settings holds, as it was typed.</summary>
public sealed class SettingsInput
{
    /// <summary>"Sync sales".</summary>
    public bool SyncSales { get; set; }

    /// <summary>"Accounting from", yyyy-MM-dd.</summary>
    public string? AccountingFrom { get; set; }

    /// <summary>"Verification series".</summary>
    public string? VerificationSeries { get; set; }

    /// <summary>"Invoice".</summary>
    public bool Invoice { get; set; }

    /// <summary>"Allow tip on invoice".</summary>
    public bool AllowTip { get; set; }

    /// <summary>"Use order instead of invoice".</summary>
    public bool UseOrder { get; set; }

    /// <summary>How invoices reach the customer.</summary>
    public InvoiceSending Sending { get; set; } = InvoiceSending.LeftToPeople;

    /// <summary>The revision of the settings that the form was opened on.</summary>
    public int Revision { get; set; }

    /// <summary>Whether the user has said yes to what saving will send.</summary>
    public bool Confirmed { get; set; }

    /// <summary>A form filled with what the company has chosen.</summary>
    public static SettingsInput Of(Company company) => new()
    {
        SyncSales = company.SyncSales,
        AccountingFrom = company.AccountingFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        VerificationSeries = company.VoucherSeries?.Name,
        Invoice = company.InvoicesInSpiris,
        AllowTip = company.AllowsTipOnInvoice,
        UseOrder = company.UsesOrders,
        Sending = company.InvoiceSending,
        Revision = company.Revision,
    };
}

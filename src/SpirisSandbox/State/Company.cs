using SpirisSandbox.Accounts;
using SpirisSandbox.AppStore;
using SpirisSandbox.Attachments;
using SpirisSandbox.BankAccounts;
using SpirisSandbox.CompanySettings;
using SpirisSandbox.CostCenters;
using SpirisSandbox.FiscalYears;
using SpirisSandbox.PartnerResourceLinks;
using SpirisSandbox.Projects;
using SpirisSandbox.Sales;
using SpirisSandbox.VatCodes;
using SpirisSandbox.VoucherDrafts;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.State;

/// <summary>A company in the sandbox: its settings, its registers and its books.</summary>
/// <remarks>
/// Every change happens inside <see cref="Write{T}"/>, one at a time per company. That is what keeps voucher numbers
/// without gaps and lets a rule look and then act. Different companies do not wait for each other.
/// <para>The registers keep the very records the API answers with (<see cref="VoucherApi"/> and its like): what a
/// client reads is what is kept.</para>
/// </remarks>
public sealed class Company
{
    private readonly Lock _writing = new();
    private readonly ChangeLog _changes = new();

    public Company(Guid id, CompanySettingsApi settings)
    {
        Id = id;
        SettingsRegister = new Register<Guid, CompanySettingsApi>(SettingsRecords, _ => id, _changes);
        VoucherSeries = new Register<string, VoucherSeries>("voucherseries", series => series.Letter, _changes);
        FiscalYears = new Register<Guid, FiscalYearApi>("fiscalyears", year => year.Id, _changes);
        Accounts = new Register<AccountKey, AccountApi>("accounts", account => account.Key, _changes);
        VatCodes = new Register<Guid, VatCodeApi>("vatcodes", code => code.Id, _changes);
        CostCenters = new Register<Guid, CostCenterApi>("costcenters", center => center.Id, _changes);
        Vouchers = new Register<Guid, VoucherApi>("vouchers", voucher => voucher.Id, _changes);
        Sales = new SalesRegisters(_changes);
        OpeningBalances = new Register<long, OpeningBalance>("openingbalances", balance => balance.Account, _changes);
        Projects = new Register<Guid, ProjectApi>("projects", project => project.Id, _changes);
        Attachments = new Register<Guid, AttachmentApi>("attachments", attachment => attachment.Id, _changes);
        BankAccounts = new Register<Guid, BankAccountApi>("bankaccounts", account => account.Id, _changes);
        PartnerResourceLinks = new Register<Guid, PartnerResourceLinkApi>("partnerresourcelinks", link => link.Id, _changes);
        AppStatuses = new Register<string, AppStoreActivationStatusApi>("appstore", status => status.ClientId, _changes);
        VoucherDrafts = new Register<Guid, VoucherDraftApi>("voucherdrafts", draft => draft.Id, _changes);
        Ledger = new Ledger(this);
        SettingsRegister.Put(settings);
    }

    /// <summary>The company's id in Spiris: <c>customer_id</c> of an access token.</summary>
    public Guid Id { get; }

    /// <summary>The settings as they are now. Change them with <see cref="Change"/>.</summary>
    public CompanySettingsApi Settings => SettingsRegister.All[0];

    public Register<string, VoucherSeries> VoucherSeries { get; }

    public Register<Guid, FiscalYearApi> FiscalYears { get; }

    public Register<AccountKey, AccountApi> Accounts { get; }

    public Register<Guid, VatCodeApi> VatCodes { get; }

    public Register<Guid, CostCenterApi> CostCenters { get; }

    public Register<Guid, VoucherApi> Vouchers { get; }

    /// <summary>Customers, articles and sales documents.</summary>
    public SalesRegisters Sales { get; }

    /// <summary>What stood on the accounts when the first fiscal year began.</summary>
    public Register<long, OpeningBalance> OpeningBalances { get; }

    public Register<Guid, ProjectApi> Projects { get; }

    public Register<Guid, VoucherDraftApi> VoucherDrafts { get; }

    public Register<Guid, AttachmentApi> Attachments { get; }

    public Register<Guid, BankAccountApi> BankAccounts { get; }

    public Register<Guid, PartnerResourceLinkApi> PartnerResourceLinks { get; }

    /// <summary>What each client says of itself, by the client's id.</summary>
    public Register<string, AppStoreActivationStatusApi> AppStatuses { get; }

    /// <summary>The books: numbers vouchers.</summary>
    public Ledger Ledger { get; }

    /// <summary>Told of each write that changed something, while the company's lock is still held.</summary>
    public event Action<Company, IReadOnlyList<Change>>? Committed;

    /// <summary>The name of the register that holds the settings.</summary>
    internal const string SettingsRecords = "companysettings";

    /// <summary>Everything the company keeps, the settings first.</summary>
    internal IReadOnlyList<Register> Registers => _changes.Registers;

    private Register<Guid, CompanySettingsApi> SettingsRegister { get; }

    /// <summary>Puts new settings in the place of the old.</summary>
    public void Change(CompanySettingsApi settings) => SettingsRegister.Put(settings);

    /// <summary>Does one piece of work while no other changes this company.</summary>
    public T Write<T>(Func<T> work)
    {
        lock (_writing)
        {
            var result = work();
            var changes = _changes.Take();
            if (changes.Count > 0)
            {
                Committed?.Invoke(this, changes);
            }

            return result;
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action work) => Write(() =>
    {
        work();
        return true;
    });
}

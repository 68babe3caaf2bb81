using Microsoft.Extensions.Time.Testing;
using SpirisSandbox.Api;
using SpirisSandbox.Identity;
using SpirisSandbox.State;

namespace SpirisSandbox.Sales.Tests.Driving;

/// <summary>A test with a sandbox of its own, on 20 November 2026, and a client of Restaurang Exempel AB.</summary>
public abstract class SalesTest : IAsyncLifetime
{
    private protected const string Restaurang = "559999-9991";
    private protected const string Krogen = "559998-1239";

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    internal Sandbox Sandbox { get; private set; } = null!;

    /// <summary>
    /// The owner of Restaurang Exempel AB, allowed to read and write sales, accounting and purchases.
    /// </summary>
    internal ApiClient Api { get; private set; } = null!;

    internal Company Company => Sandbox.State.Company(Restaurang);

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected virtual SandboxOptions Options => new() { RateLimit = new() { Enabled = false } };

    public virtual async ValueTask InitializeAsync()
    {
        Sandbox = await Sandbox.StartAsync(Options, Time, cancellation: Stop);
        Api = As(Restaurang);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <param name="scopes">Beside <c>ea:api</c>; everything when left out.</param>
    internal ApiClient As(string organisationNumber, params IReadOnlyList<string> scopes) =>
        As(organisationNumber, "anna@exempel.se", scopes);

    internal ApiClient As(string organisationNumber, string email, IReadOnlyList<string> scopes)
    {
        var now = Sandbox.Clock.GetUtcNow();
        var grant = new Grant(
            Guid.NewGuid(),
            RegisteredClient.Demo().Id,
            Sandbox.State.FindUser(email)!.Id,
            Sandbox.State.Company(organisationNumber).Id,
            [Scope.Api, .. scopes.Count > 0 ? scopes : [Scope.Sales, Scope.Accounting, Scope.Purchase]],
            now);
        var ticket = new Ticket(
            Guid.NewGuid().ToString("N"), TicketKind.AccessToken, grant.Id, now + TimeSpan.FromDays(365), []);
        Sandbox.State.Grants.Add(grant);
        Sandbox.State.Grants.Issue(ticket, now);
        return new ApiClient(Sandbox.Address, ticket.Value);
    }

    /// <summary>Changes the company's settings as a person would in the program.</summary>
    internal void Set(Func<CompanySettings.CompanySettingsApi, CompanySettings.CompanySettingsApi> change) =>
        Company.Write(() => Company.Change(change(Company.Settings)));

    /// <summary>The voucher of an invoice as a journal: account, debit or credit, kronor.</summary>
    internal IReadOnlyList<string> Journal(Guid source) =>
    [
        .. Company.Vouchers.Where(voucher => voucher.SourceId == source).SelectMany(voucher => voucher.Rows).Select(Line),
    ];

    private static string Line(Vouchers.VoucherRowApi row)
    {
        var side = row.DebitAmount != 0 ? 'D' : 'K';
        return FormattableString.Invariant($"{row.AccountNumber} {side} {row.DebitAmount + row.CreditAmount:0.00}");
    }
}

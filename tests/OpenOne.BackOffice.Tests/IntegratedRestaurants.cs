using System.Collections.Immutable;
using System.Net;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Readiness;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using SpirisSandbox;
using SpirisSandbox.Control;
using SpirisSandbox.Visitor;
using Xunit;

namespace OpenOne.BackOffice.Tests;

/// <summary>A sandbox, a BackOffice, and both demo companies with the integration turned on and authorised.</summary>
public sealed class IntegratedRestaurants : IAsyncDisposable
{
    public const string Krogen = "559998-1239";
    public const string Restaurang = "559999-9991";

    private static readonly string[] _quick =
    [
        "--Delivery:SendTimeout=00:00:02", "--Delivery:Lease=00:00:05", "--Delivery:Quarantine=00:00:00.4",
        "--Delivery:FirstRetryDelay=00:00:00.1", "--Delivery:LookEvery=00:00:00.05",

        // However slow the machine is, a till waits for what becomes of its receipt.
        "--Invoices:AnswerWithin=00:01:00",
    ];

    private IntegratedRestaurants(Sandbox sandbox, BackOfficeServer server) => (Sandbox, Server) = (sandbox, server);

    public Sandbox Sandbox { get; }

    public BackOfficeServer Server { get; private set; }

    public static Task<IntegratedRestaurants> StartAsync(params string[] settings) => StartAsync(new SandboxAssumptions(), settings);

    public static Task<IntegratedRestaurants> StartAsync(SandboxAssumptions assumptions, params string[] settings) =>
        StartAsync(assumptions, TimeProvider.System, settings);

    /// <summary>The same on a clock of the test's, by which both the sandbox and the server tell what day it is.</summary>
    public static async Task<IntegratedRestaurants> StartAsync(
        SandboxAssumptions assumptions, TimeProvider clock, params string[] settings)
    {
        var sandbox = await Sandbox.StartAsync(new() { Assumptions = assumptions }, clock);
        var server = await BackOfficeServer.StartAsync(
            builder => builder.Services.AddSingleton(clock), sandbox.Address, [.. _quick, .. settings]);
        var restaurants = new IntegratedRestaurants(sandbox, server);
        foreach (var company in new[] { Krogen, Restaurang })
        {
            await restaurants.TurnOnAsync(company);
            await restaurants.AuthoriseAsync(company);
        }

        return restaurants;
    }

    /// <summary>Starts the server again on its data, after <see cref="BackOfficeServer.StopAndKeepAsync"/> or a crash.</summary>
    public async Task RestartAsync(params string[] settings) =>
        Server = await BackOfficeServer.StartOnAsync(Server.DataDirectory, Sandbox.Address, [.. _quick, .. settings]);

    /// <summary>A second server on the same data, as another node would be.</summary>
    public Task<BackOfficeServer> StartNodeAsync() =>
        BackOfficeServer.StartOnAsync(Server.DataDirectory, Sandbox.Address, _quick);

    /// <summary>Stops the server, does something to the data it has left, and starts it again on them.</summary>
    public async Task RestartAsync(Action<string> meanwhile)
    {
        var directory = await Server.StopAndKeepAsync();
        meanwhile(directory);
        Server = await BackOfficeServer.StartOnAsync(directory, Sandbox.Address, _quick);
    }

    /// <summary>Hands a closing over as its till would.</summary>
    public async Task<Answer> SubmitAsync(RealEvening evening)
    {
        using var till = Server.Till(evening.Company.ToString());
        return await till.SubmitAsync(ClosingWire.Of(evening.Report));
    }

    /// <summary>The closing's answer once its state is one that is waited for.</summary>
    public async Task<Answer> UntilAsync(RealEvening evening, params string[] states)
    {
        using var till = Server.Till(evening.Company.ToString());
        return await Server.UntilAsync(till, evening.Report.Key.Register, evening.Report.Key.ZNumber, states.Contains);
    }

    /// <summary>A company's vouchers as they stand in Spiris.</summary>
    public IReadOnlyList<LedgerVoucher> Books(string organisationNumber) =>
        LedgerDump.Of(Sandbox.State).Companies.Single(company => company.OrganisationNumber == organisationNumber).Vouchers;

    /// <summary>The rows of one voucher as they stand in Spiris.</summary>
    public static ImmutableArray<JournalRow> Rows(LedgerVoucher voucher) =>
    [
        .. voucher.Rows.Select(row => row.Debit > 0
            ? new JournalRow((int)row.Account, Side.Debit, Kronor(row.Debit))
            : new JournalRow((int)row.Account, Side.Credit, Kronor(row.Credit))),
    ];

    public Task TurnOnAsync(string organisationNumber, bool syncSales = true, DateOnly? from = null) => ChangeAsync(
        organisationNumber, async (db, companyId) =>
        {
            var company = await db.Companies.SingleAsync(company => company.Id == companyId);
            company.ChooseTransfer(syncSales, from ?? new DateOnly(2021, 1, 1), VoucherSeries.Parse("A"));
        });

    /// <summary>Chooses what becomes of a company's sales on invoice.</summary>
    public Task ChooseInvoicingAsync(
        string organisationNumber, bool invoice = true, bool allowTip = false, bool useOrder = false,
        InvoiceSending sending = InvoiceSending.LeftToPeople) => ChangeAsync(organisationNumber, async (db, companyId) =>
    {
        var company = await db.Companies.SingleAsync(company => company.Id == companyId);
        company.ChooseInvoicing(invoice, allowTip, useOrder, sending);
    });

    /// <summary>A company as it stands in Spiris.</summary>
    public SpirisSandbox.State.Company InSpiris(string organisationNumber) => Sandbox.State.Company(organisationNumber);

    /// <summary>What a receipt's answer is once its state is one that is waited for.</summary>
    public async Task<Answer> UntilInvoiceAsync(string organisationNumber, string register, string receiptNumber, params string[] states)
    {
        using var till = Server.Till(organisationNumber);
        return await Server.UntilAsync(
            () => till.AskInvoiceAsync(register, receiptNumber),
            answer => answer.Status == HttpStatusCode.OK && states.Contains(answer.State));
    }

    /// <summary>Authorises a company as its owner would: through Spiris' own pages.</summary>
    /// <param name="organisationNumber">The company.</param>
    /// <param name="email">Who signs in at Spiris.</param>
    /// <param name="scopes">What is asked for, if not all that is needed.</param>
    public async Task AuthoriseAsync(string organisationNumber, string email = "anna@exempel.se", string? scopes = null)
    {
        var authorisation = Server.Services.GetRequiredService<SpirisAuthorisation>();
        var verifier = CodeVerifier.New();
        var callback = new Uri(Server.Address, "/integrations/finance/visma-ecom/callback");
        using var owner = new SandboxVisitor(Sandbox.Address) { Email = email };
        var address = authorisation.AuthorizeUrl(callback, "state", verifier);
        if (scopes is not null)
        {
            var query = HttpUtility.ParseQueryString(address.Query);
            query["scope"] = scopes;
            address = new UriBuilder(address) { Query = query.ToString() }.Uri;
        }

        var back = await owner.AuthoriseAsync(address, organisationNumber);
        var code = HttpUtility.ParseQueryString(back.Query)["code"]!;
        var grant = await authorisation.ExchangeAsync(code, callback, verifier, CancellationToken.None);
        var tokens = ((SpirisGrant.Granted)grant).Tokens;
        await ChangeAsync(organisationNumber, async (db, companyId) =>
        {
            var connection = await db.Connections.SingleOrDefaultAsync(row => row.CompanyId == companyId);
            if (connection is null)
            {
                connection = new Connection { CompanyId = companyId };
                db.Connections.Add(connection);
            }

            connection.Authorise("Spiris", OrganisationNumber.Parse(organisationNumber), "test", DateTimeOffset.UnixEpoch);
            connection.Store(tokens, Server.Services.GetRequiredService<SecretSealer>());
        });
    }

    /// <summary>Our id of a company.</summary>
    public Task<Guid> CompanyIdAsync(string organisationNumber)
    {
        var number = OrganisationNumber.Parse(organisationNumber);
        return Server.ReadAsync(db => db.Companies
            .Where(company => company.OrganisationNumber == number).Select(company => company.Id).SingleAsync());
    }

    /// <summary>Makes the access token of a company as good as ended, as far as we know.</summary>
    public async Task ExpireAsync(string organisationNumber)
    {
        var companyId = await CompanyIdAsync(organisationNumber);
        await Server.ReadAsync(db => db.Connections.Where(connection => connection.CompanyId == companyId)
            .ExecuteUpdateAsync(set => set.SetProperty(connection => connection.AccessTokenExpiresAt, DateTimeOffset.UnixEpoch)));
    }

    /// <summary>How often the identity server was asked for tokens, as far as its journal remembers.</summary>
    public int TokenCalls => Sandbox.Journal.Entries.Count(entry => entry.Path == "/connect/token");

    /// <summary>What a person does who presses Check now: what is found is what is in Spiris at this moment.</summary>
    public async Task CheckAsync(string organisationNumber)
    {
        var companyId = await CompanyIdAsync(organisationNumber);
        var desk = Server.Services.GetRequiredService<ReadinessDesk>();
        var asked = Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        do
        {
            // One that was begun before us, or that Spiris did not answer in time, has not seen what we mean.
            await desk.WhenDoneAsync(companyId, TestContext.Current.CancellationToken);
            desk.Ask(new(companyId, ReadinessTrigger.Person, "owner@openone.example"));
            await desk.WhenDoneAsync(companyId, TestContext.Current.CancellationToken);
        }
        while (!await Server.ReadAsync(db => db.ReadinessHistory.AnyAsync(
            entry => entry.CompanyId == companyId && entry.Trigger == ReadinessTrigger.Person && entry.CheckedAt >= asked)));
    }

    /// <summary>Locks the books in Spiris through the last day of a month, or opens them.</summary>
    public async Task LockAsync(string organisationNumber, int? year, int? month)
    {
        using var http = await SpirisAsync(organisationNumber);
        using var body = new StringContent(
            year is null ? "{}" : $$$"""{"AccountingLockedAsOf":{"Year":{{{year}}},"Month":{{{month}}}}}""",
            System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PutAsync(new Uri("/v2/companysettings/accountinglocksettings", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Hands over any closing as its company's till would.</summary>
    public async Task<Answer> SubmitAsync(string organisationNumber, ZReport report)
    {
        using var till = Server.Till(organisationNumber);
        return await till.SubmitAsync(ClosingWire.Of(report));
    }

    /// <summary>Books a voucher in Spiris without BackOffice, as a person there could.</summary>
    public async Task PostByHandAsync(string organisationNumber, string text, DateOnly date)
    {
        using var http = await SpirisAsync(organisationNumber);
        using var body = new StringContent(
            $$"""
            {"VoucherDate":"{{date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}}","VoucherText":"{{text}}","Rows":[
              {"AccountNumber":1910,"DebitAmount":100,"CreditAmount":0},{"AccountNumber":1932,"DebitAmount":0,"CreditAmount":100}]}
            """,
            System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/v2/vouchers", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Spiris, as a company's own access reaches it.</summary>
    private async Task<HttpClient> SpirisAsync(string organisationNumber)
    {
        var companyId = await CompanyIdAsync(organisationNumber);
        var access = await Server.Services.GetRequiredService<TokenKeeper>().Of(companyId)(null, CancellationToken.None);
        var http = new HttpClient { BaseAddress = Sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", ((SpirisAccess.Open)access).AccessToken.Reveal());
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>Changes something of a company and lets what waits for it be looked at again, as the pages do.</summary>
    public Task ChangeAsync(string organisationNumber, Func<BackOfficeDb, Guid, Task> change) => Server.ReadAsync(async db =>
    {
        var number = OrganisationNumber.Parse(organisationNumber);
        var companyId = await db.Companies.Where(company => company.OrganisationNumber == number).Select(company => company.Id).SingleAsync();
        await change(db, companyId);
        await db.SaveChangesAsync();
        await BackOffice.Delivery.Reconsideration.OfCompanyAsync(db, companyId, CancellationToken.None);
        Server.Services.GetRequiredService<ClosingFeed>().Announce(companyId);
        return companyId;
    });

    private static Money Kronor(decimal kronor) =>
        Money.TryFromKronor(kronor, out var money) ? money : throw new FormatException($"{kronor} is not whole öre.");
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Tests;
using OpenOne.Bench.Ingest;
using OpenOne.Cli.ClusterDemo;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using SpirisSandbox;

namespace OpenOne.Bench.Cluster;

/// <summary>What a closing costs, from its bytes to the voucher in the sandbox's books, when more and more companies are there beside
/// those that close.</summary>
/// <remarks>At most a thousand of them close, each as often as it takes for the same number of closings. The processor's time is that of this
/// process, in which the sandbox runs as well, and does not hold that of PostgreSQL; the clock's holds all.</remarks>
internal static class CompanyCosts
{
    private const int MostThatClose = 1_000;
    private const int Plenty = 1_000_000;

    /// <summary>Measures, and prints a table with the slope.</summary>
    /// <returns>Whether each closing is in the books once.</returns>
    public static async Task<bool> RunAsync(PrivatePostgres postgres, bool quick)
    {
        var closings = quick ? 500 : 2_000;
        var whole = true;
        var costs = new List<(int Companies, double Milliseconds)>();
        Console.WriteLine($"{closings} closings each time:\n");
        Console.WriteLine("| companies | that close | ms a closing | ms of processor a closing |");
        Console.WriteLine("|---:|---:|---:|---:|");
        foreach (var companies in new[] { 10, 100, 1_000, 10_000 })
        {
            var (milliseconds, processor, booked) = await MeasureAsync(postgres, companies, closings);
            whole &= booked == closings;
            costs.Add((companies, milliseconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {companies} | {Math.Min(companies, MostThatClose)} | {milliseconds:0.0} | {processor:0.0} |"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nWith a thousand times as many companies a closing takes {costs[^1].Milliseconds / costs[0].Milliseconds:0.00} times as long.\n"));
        return whole;
    }

    private static async Task<(double Milliseconds, double Processor, int Booked)> MeasureAsync(PrivatePostgres postgres, int companies, int closings)
    {
        var database = string.Create(CultureInfo.InvariantCulture, $"companies{companies}");
        await postgres.MakeDatabaseAsync(database);
        await using var sandbox = await Sandbox.StartAsync(new SandboxOptions
        {
            MadeUpCompanies = Math.Min(companies, MostThatClose),
            RateLimit = new RateLimitOptions { RequestsPerMinute = Plenty },
            JournalSize = 1,
            JournalBodyLength = 0,
        });
        await using var product = await Product.StartAsync(
            sandbox.Address, [.. PostgresIngest.On(postgres, database), $"--Spiris:RequestsPerMinute={Plenty}", "--Readiness:Enabled=false", "--Sweep:Enabled=false"]);
        var callers = await MakeAsync(product, sandbox, companies);
        product.RestLanes();
        var intake = product.Services.GetRequiredService<ClosingIntake>();
        using var process = Process.GetCurrentProcess();
        var (began, before) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        for (var closing = 0; closing < closings; closing++)
        {
            var caller = callers[closing % callers.Count];
            await intake.TakeInAsync(caller, Submission(caller.OrganisationNumber, 1 + (closing / callers.Count)), CancellationToken.None);
        }

        product.FreeLanes();
        callers.ForEach(caller => product.Services.GetRequiredService<ClosingFeed>().Announce(caller.CompanyId));
        await BookedAsync(product, closings);
        var elapsed = Stopwatch.GetElapsedTime(began);
        process.Refresh();
        var booked = callers.Sum(caller => sandbox.State.Companies
            .Single(company => company.Settings.CorporateIdentityNumber == caller.OrganisationNumber.ToString()).Vouchers.Count);
        return (elapsed.TotalMilliseconds / closings, (process.TotalProcessorTime - before).TotalMilliseconds / closings, booked);
    }

    private static Submission Submission(OrganisationNumber company, int zNumber)
    {
        var report = A.Closing.Of($"K-{company}", zNumber).On(2026, 1, 1 + (zNumber % 28)).PrintedFor(company.ToString())
            .Sold("food", 12, 112_00).Paid("card", 112_00).Build().Report;
        var document = Encoding.UTF8.GetBytes(ClosingWire.Of(report).ToJsonString());
        return ClosingReader.Read(document) is ClosingReading.Read(var read, var hash)
            ? new(read, document, hash)
            : throw new InvalidOperationException("A closing was not read as one.");
    }

    private static async Task BookedAsync(Product product, int closings)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            await using var db = await product.OpenAsync();
            if (await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Booked) == closings)
            {
                return;
            }
        }
        while (await pulse.WaitForNextTickAsync());
    }

    /// <summary>Makes the companies.</summary>
    /// <returns>Those that close.</returns>
    private static async Task<List<ApiCaller>> MakeAsync(Product product, Sandbox sandbox, int companies)
    {
        var there = sandbox.State.Companies.Where(company => company.Settings.Name.StartsWith("Påhittad", StringComparison.Ordinal))
            .Select(company => company.Settings.CorporateIdentityNumber!).ToList();
        var sealer = product.Services.GetRequiredService<SecretSealer>();
        var callers = new List<ApiCaller>();
        await using var db = await product.OpenAsync();
        var organisation = await db.Organisations.SingleAsync();
        for (var index = 0; index < companies; index++)
        {
            var number = index < there.Count ? there[index] : string.Create(CultureInfo.InvariantCulture, $"5000{index / 100:00}-{index % 10_000:0000}");
            var company = new Company { OrganisationId = organisation.Id, OrganisationNumber = OrganisationNumber.Parse(number), Name = $"Bolag {index}" };
            company.ChooseTransfer(true, new DateOnly(2021, 1, 1), VoucherSeries.Parse("A"));
            var connection = new Connection { CompanyId = company.Id };
            connection.Authorise("Spiris", company.OrganisationNumber, "bench", DateTimeOffset.UnixEpoch);
            var token = index < there.Count ? sandbox.AccessToken(number) : "none";
            connection.Store(new SpirisTokens(Secret.Of(token), Secret.Of("none"), sandbox.Clock.GetUtcNow().AddHours(1)), sealer);
            db.AddRange(company, connection, Mapping(company.Id));
            if (index < there.Count)
            {
                callers.Add(new(company.Id, organisation.Id, company.OrganisationNumber, company.Name, null));
            }

            if (index % 500 == 499)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                db.Attach(organisation);
            }
        }

        await db.SaveChangesAsync();
        return callers;
    }

    private static MappingVersion Mapping(Guid companyId) => new()
    {
        CompanyId = companyId,
        Version = 1,
        CreatedBy = "bench",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Rows = [Row("sales */12", 3002), Row("vat 12", 2621), Row("payment card", 1686)],
    };

    private static MappingRow Row(string key, int account) =>
        new() { Key = MappingKeyText.Read(key)!, Account = AccountNumber.From(account) };
}

using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.Bench.Ingest;

/// <summary>Where the time of a closing goes: each stage by itself, on one thread.</summary>
/// <remarks>Processor time and not the clock, so that a busy machine disturbs little; the least of the rounds, since whatever
/// else happens can only add to it.</remarks>
internal static class StageCosts
{
    private const int Together = 64;

    /// <summary>Measures, and prints a table.</summary>
    public static async Task<int> RunAsync(bool quick)
    {
        var (rounds, closings) = quick ? (5, 1_280) : (15, 2_560);
        await using var product = await Product.StartAsync();
        product.RestLanes();
        var caller = await product.CallerAsync();
        var first = 1_000_000;
        var documents = ClosingDocuments.Make(first, closings);
        var reports = documents.ConvertAll(document => ClosingReader.ReadAgain(document));
        var parsed = documents.ConvertAll(document => JsonSerializer.Deserialize<ClosingDocument>(document, ClosingDocument.Json)!);
        var hash = ContentHash.Of(parsed[0]);
        Console.WriteLine("| stage | µs of processor | kB allocated |");
        Console.WriteLine("|---|---:|---:|");
        Print("check UTF-8, parse, translate, hash what it says", Cost.Of(rounds, closings, i => ClosingReader.Read(documents[i])));
        Print("of it: parse", Cost.Of(rounds, closings, i => JsonSerializer.Deserialize<ClosingDocument>(documents[i], ClosingDocument.Json)));
        Print("of it: translate", Cost.Of(rounds, closings, i => new ClosingTranslation().Translate(parsed[i])));
        Print("of it: hash what it says", Cost.Of(rounds, closings, i => ContentHash.Of(parsed[i])));
        Print("hash the bytes", Cost.Of(rounds, closings, i => System.Security.Cryptography.SHA256.HashData(documents[i])));
        Print("add it up", Cost.Of(rounds, closings, i => Closing.Reconcile(reports[i], caller.OrganisationNumber)));

        using var store = IClosingStore.Open(product.Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>());
        Print($"write it, {Together} a commit", Cost.Of(
            rounds, closings / Together,
            _ =>
            {
                var batch = new PendingClosing[Together];
                for (var i = 0; i < Together; i++)
                {
                    batch[i] = Pending(documents[i], reports[i], ++first);
                }

                store.Store(batch);
            },
            Together));

        using var rows = await SameRows.CreateAsync();
        var (fresh, handed) = (ClosingDocuments.Make(5_000_000, rounds * closings), 0);
        rows.Prepare(fresh);
        Print($"beside it: the same rows by hand, {Together} a commit", Cost.Of(
            rounds, closings / Together,
            _ =>
            {
                var batch = fresh.GetRange((handed++ * Together) % fresh.Count, Together);
                using var transaction = rows.Connection.BeginTransaction();
                batch.ForEach(document => rows.Insert(document, transaction));
                transaction.Commit();
            },
            Together));
        return 0;

        PendingClosing Pending(byte[] document, ZReport report, int number)
        {
            var closing = new ReceivedClosing
            {
                CompanyId = caller.CompanyId,
                Register = report.Key.Register,
                ZNumber = number,
                BusinessDate = report.BusinessDate,
                Total = report.Total,
                Document = document,
                DocumentHash = hash,
                ContentHash = hash,
                ReceivedAt = DateTimeOffset.UnixEpoch,
            };
            var key = report.Key with { ZNumber = number };
            return new(caller, closing, new VoucherDelivery(closing.Id, caller.CompanyId, key, report.BusinessDate, DateTimeOffset.UnixEpoch), []);
        }
    }

    private static void Print(string stage, Cost cost) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {stage} | {cost.Microseconds:0.0} | {cost.Bytes / 1000:0.0} |"));
}

/// <summary>What one closing costs on one thread.</summary>
/// <param name="Microseconds">Of processor, the least of the rounds.</param>
/// <param name="Bytes">Allocated.</param>
internal sealed record Cost(double Microseconds, double Bytes)
{
    /// <summary>Runs something over and over.</summary>
    /// <param name="each">How many closings one run takes in.</param>
    public static Cost Of(int rounds, int runs, Action<int> run, int each = 1)
    {
        var (least, bytes) = (double.MaxValue, 0d);
        for (var round = 0; round < rounds; round++)
        {
            var (began, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < runs; i++)
            {
                run(i);
            }

            least = Math.Min(least, (Environment.CpuUsage.TotalTime - began).TotalMicroseconds / (runs * each));
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(runs * each);
        }

        return new(least, bytes);
    }
}

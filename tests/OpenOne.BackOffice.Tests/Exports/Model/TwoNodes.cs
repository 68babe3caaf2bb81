using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;

namespace OpenOne.BackOffice.Tests.Exports.Model;

/// <summary>One real database that two nodes share, with one company that is authorised.</summary>
internal sealed class TwoNodes : IDbContextFactory<BackOfficeDb>, IDisposable
{
    private static readonly Lazy<Task<string>> _template = new(MakeTemplateAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("two-nodes-");
    private readonly DbContextOptions<BackOfficeDb> _options;

    private TwoNodes(string template)
    {
        File.Copy(template, Path.Combine(_folder.FullName, "backoffice.db"));
        _options = OptionsOf(Path.Combine(_folder.FullName, "backoffice.db"));
    }

    public Guid CompanyId { get; private set; }

    public static async Task<TwoNodes> OpenAsync()
    {
        var nodes = new TwoNodes(await _template.Value);
        await using var db = nodes.CreateDbContext();
        nodes.CompanyId = await db.Companies.Select(company => company.Id).SingleAsync();
        return nodes;
    }

    public BackOfficeDb CreateDbContext() => new(_options);

    /// <summary>A register hands a day over.</summary>
    public async Task ReceiveAsync(int zNumber)
    {
        var closing = A.Closing.Of("KASSA1", zNumber).On(2026, 3, zNumber).Sold("food", 12, 112_00 + zNumber).Paid("card", 112_00 + zNumber).Build();
        var document = Encoding.UTF8.GetBytes(ClosingWire.Of(closing.Report).ToJsonString());
        await using var db = CreateDbContext();
        var received = new ReceivedClosing
        {
            CompanyId = CompanyId,
            Register = closing.Key.Register,
            ZNumber = zNumber,
            BusinessDate = closing.BusinessDate,
            Total = closing.Report.Total,
            Document = document,
            DocumentHash = SHA256.HashData(document),
            ContentHash = SHA256.HashData(document),
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        db.Closings.Add(received);
        db.Deliveries.Add(new(received.Id, CompanyId, closing.Key, closing.BusinessDate, DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync();
    }

    /// <summary>Saves settings as the page does.</summary>
    public async Task ChooseAsync(bool syncSales, DateOnly from)
    {
        await using var db = CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        (await db.Companies.SingleAsync()).ChooseTransfer(syncSales, from, VoucherSeries.Parse("A"));
        await db.SaveChangesAsync();
        await Reconsideration.OfCompanyAsync(db, CompanyId, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>So much time passes that every claim has run out and everything that waits for a time is due.</summary>
    public Task PassTimeAsync() => ExecuteAsync(
        "UPDATE lanes SET leased_until = 0, parked_until = NULL; UPDATE deliveries SET due_at = 0 WHERE due_at IS NOT NULL");

    public async Task ExecuteAsync(string sql)
    {
        await using var db = CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static DbContextOptions<BackOfficeDb> OptionsOf(string file) => new DbContextOptionsBuilder<BackOfficeDb>()
        .UseSqlite($"Data Source={file};Foreign Keys=True;Pooling=True").AddInterceptors(new NotOnThePlatter()).Options;

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("two-nodes-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "backoffice.db");
        await using var db = new BackOfficeDb(new DbContextOptionsBuilder<BackOfficeDb>().UseSqlite($"Data Source={file};Pooling=False").Options);
        await db.Database.MigrateAsync();
        var organisation = new Organisation { Name = "Exempel" };
        var company = new Company { OrganisationId = organisation.Id, OrganisationNumber = A.Company, Name = "Exempel" };
        var connection = new Connection { CompanyId = company.Id };
        connection.Authorise("Exempel", A.Company, "test", DateTimeOffset.UnixEpoch);
        connection.Store(
            new SpirisTokens(Secret.Of("a"), Secret.Of("r"), DateTimeOffset.MaxValue),
            new SecretSealer(new Dictionary<int, byte[]> { [1] = new byte[32] }));
        db.AddRange(organisation, company, connection, new MappingVersion
        {
            CompanyId = company.Id,
            Version = 1,
            CreatedBy = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Rows =
            [
                Row(new MappingKey.Payment(new("card")), 1686), Row(new MappingKey.SalesAtRate(Domain.VatRate.Reduced), 3002),
                Row(new MappingKey.OutputVat(Domain.VatRate.Reduced), 2621),
            ],
        });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE");
        return file;
    }

    /// <summary>What survives a power failure is another test's; waiting for the disk would make this one slow.</summary>
    private sealed class NotOnThePlatter : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static MappingRow Row(MappingKey key, int account) => new() { Key = key, Account = AccountNumber.From(account) };
}

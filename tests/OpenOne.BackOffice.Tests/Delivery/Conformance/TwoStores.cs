using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Corrections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;

namespace OpenOne.BackOffice.Tests.Delivery.Conformance;

/// <summary>The real store on a real database, and the simulation's, with the same company and the same closings in both.</summary>
internal sealed class TwoStores : IDbContextFactory<BackOfficeDb>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("two-stores-");
    private readonly Func<BackOfficeDb> _open;
    private readonly SimWorld _world;
    private readonly Company _company;

    private TwoStores(SimRandom random, StoppedClosing whenStopped)
    {
        _open = TestStore.Open(_folder.FullName);
        _world = new SimWorld(random.Split());
        Memory = new SimDatabase(_world, TimeSpan.Zero);
        Simulated = new SimLaneStore(_world, new SimProcess(_world, 1), Memory, random.Split(), () => SimStoreFaults.None)
        {
            WhenStopped = whenStopped,
        };
        Real = new SqlLaneStore(this, new ClosingFeed(), new DeliveryOptions { WhenStopped = whenStopped });
        _company = new Company { OrganisationId = Guid.CreateVersion7(), OrganisationNumber = A.Company, Name = "Exempel" };
        _company.ChooseTransfer(true, new DateOnly(2026, 3, 1), VoucherSeries.Parse("A"));
    }

    public Guid CompanyId => _company.Id;

    public SimDatabase Memory { get; }

    public ILaneStore Real { get; }

    public ILaneStore Simulated { get; }

    public static async Task<TwoStores> WithAsync(int closings, SimRandom random, StoppedClosing whenStopped)
    {
        var stores = new TwoStores(random, whenStopped);
        var mapping = A.Mapping.Build();
        stores.Memory.Add(stores._company, mapping);
        await using var db = stores.CreateDbContext();
        await db.Database.MigrateAsync();
        db.Organisations.Add(new Organisation { Id = stores._company.OrganisationId, Name = "Exempel" });
        db.Companies.Add(stores._company);
        var connection = new Connection { CompanyId = stores.CompanyId };
        connection.Authorise("Exempel", A.Company, "test", DateTimeOffset.UnixEpoch);
        connection.Store(
            new SpirisTokens(Secret.Of("a"), Secret.Of("r"), DateTimeOffset.MaxValue),
            new SecretSealer(new Dictionary<int, byte[]> { [1] = new byte[32] }));
        db.Connections.Add(connection);
        db.Mappings.Add(new MappingVersion
        {
            CompanyId = stores.CompanyId,
            Version = 1,
            CreatedBy = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Rows = [new MappingRow { Key = new MappingKey.Payment(new("card")), Account = AccountNumber.From(1686) }],
        });
        for (var number = 1; number <= closings; number++)
        {
            stores.Receive(db, A.Closing.Of("KASSA1", number).On(2026, 3, number).Sold("food", 12, 112_00).Paid("card", 112_00).Build());
        }

        await db.SaveChangesAsync();
        return stores;
    }

    /// <summary>What the simulated store comes to, once its virtual time has passed.</summary>
    public T Await<T>(Func<Task<T>> call)
    {
        // The simulation runs on its own events and not on what is posted to whoever calls it.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var simulated = call();
            _world.Run(() => simulated.IsCompleted, TimeSpan.FromHours(1));
            return simulated.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>A person asks for another voucher of a booked day: in both.</summary>
    public async Task<bool> CorrectAsync(Func<VoucherDelivery, bool> which, Func<VoucherDelivery, Voucher> make)
    {
        await using var db = CreateDbContext();
        var deliveries = await db.Deliveries.ToListAsync();
        if (deliveries.OrderBy(delivery => delivery.ZNumber).FirstOrDefault(day => day is { Ordinal: 0, State: DeliveryState.Booked } && which(day))
            is not { } day)
        {
            return false;
        }

        var ordinal = deliveries.Count(delivery => delivery.ClosingId == day.ClosingId);
        VoucherDelivery New() => new(
            day.ClosingId, CompanyId, new ClosingKey(day.Register, day.ZNumber), day.BusinessDate, DateTimeOffset.UnixEpoch, ordinal);
        var voucher = make(New());
        db.Deliveries.Add(New());
        db.PlannedVouchers.Add(new PlannedVoucher
        {
            ClosingId = day.ClosingId,
            Ordinal = ordinal,
            Corrects = day.Posted!.Number,
            Key = voucher.Key,
            Date = voucher.Date,
            Series = voucher.Series,
            Text = voucher.Text,
            Rows = voucher.Rows,
            MappingVersion = 1,
            Keys = [],
            AskedBy = "test",
            AskedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
        Memory[CompanyId].Put(New());
        Memory[CompanyId].Correcting[(day.ClosingId, ordinal)] = voucher;
        return true;
    }

    /// <summary>Changes the first delivery of the lane that is such, as a person does: in both, and under no claim.</summary>
    public async Task<bool> ChangeAsync(Func<VoucherDelivery, bool> which, Action<VoucherDelivery> change)
    {
        await using var db = CreateDbContext();
        var real = (await db.Deliveries.ToListAsync()).OrderBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Ordinal)
            .FirstOrDefault(which);
        if (real is null)
        {
            return false;
        }

        var simulated = SimDatabase.CopyOf(Memory[CompanyId].Deliveries.Values
            .Single(delivery => (delivery.ZNumber, delivery.Ordinal) == (real.ZNumber, real.Ordinal)));
        change(real);
        change(simulated);
        Memory[CompanyId].Put(simulated);
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>Everything that the real database remembers, in one text.</summary>
    public async Task<string> TellRealAsync()
    {
        await using var db = CreateDbContext();
        var company = await db.Companies.SingleAsync(row => row.Id == CompanyId);
        var lane = await db.Lanes.SingleOrDefaultAsync(row => row.CompanyId == CompanyId);
        var sighted = await db.SightedVouchers.Select(row => row.Number).ToListAsync();
        var connection = await db.Connections.SingleAsync(row => row.CompanyId == CompanyId);
        return Tell(
            await db.Deliveries.ToListAsync(), company, lane?.SeenUntil, lane?.ParkedUntil, sighted,
            connection.State is ConnectionState.Authorised);
    }

    /// <summary>Everything that the simulated database remembers, in one text.</summary>
    public string TellSimulated()
    {
        var company = Memory[CompanyId];
        return Tell(
            company.Deliveries.Values, company.Company, company.Lane.SeenUntil, company.Lane.ParkedUntil,
            company.Sighted.Values.Select(row => row.Voucher.Voucher.Number), company.Access is LaneAccess.Authorised);
    }

    public BackOfficeDb CreateDbContext() => _open();

    public void Dispose()
    {
        TestStore.Remove(_folder.FullName);
        _folder.Delete(recursive: true);
    }

    private void Receive(BackOfficeDb db, Closing closing)
    {
        var document = Encoding.UTF8.GetBytes(ClosingWire.Of(closing.Report).ToJsonString());
        var received = new ReceivedClosing
        {
            CompanyId = CompanyId,
            Register = closing.Key.Register,
            ZNumber = closing.Key.ZNumber,
            BusinessDate = closing.BusinessDate,
            Total = closing.Report.Total,
            Document = document,
            DocumentHash = SHA256.HashData(document),
            ContentHash = SHA256.HashData(document),
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        db.Closings.Add(received);
        db.Deliveries.Add(new(received.Id, CompanyId, closing.Key, closing.BusinessDate, DateTimeOffset.UnixEpoch));
        Memory[CompanyId].Closings[received.Id] = closing;
        Memory[CompanyId].Put(new(received.Id, CompanyId, closing.Key, closing.BusinessDate, DateTimeOffset.UnixEpoch));
    }

    private static string Tell(
        IEnumerable<VoucherDelivery> deliveries, Company company, DateTimeOffset? seenUntil, DateTimeOffset? parkedUntil,
        IEnumerable<string> sighted, bool authorised) => string.Join('\n', [
            .. deliveries.OrderBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Ordinal).Select(delivery =>
                $"Z {delivery.ZNumber} {delivery.Ordinal} {delivery.State} {delivery.ToApprove} {delivery.Approved} revision {delivery.Revision} attempts {delivery.Attempts} due {delivery.DueAt:O}"
                + $" {delivery.Posted?.Number} [{string.Join("; ", delivery.Reasons)}] ({string.Join(", ", delivery.Candidates)})"),
            $"stopped {company.PostingStoppedBecause}, seen until {seenUntil:O}, parked until {parkedUntil:O}, authorised {authorised}",
            $"sighted {string.Join(", ", sighted.Order(StringComparer.Ordinal))}",
        ]);
}

using System.Collections.Immutable;
using System.Reflection;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Storage;

/// <summary>The database, as far as lanes go: every transaction whole or not at all, under its own clock.</summary>
/// <param name="world">Virtual time.</param>
/// <param name="clockError">How wrong the database's clock is.</param>
public sealed class SimDatabase(SimWorld world, TimeSpan clockError)
{
    private static readonly Func<object, object> _copy = typeof(object)
        .GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private Dictionary<Guid, SimCompany> _companies = [];

    /// <summary>The database's clock.</summary>
    public DateTimeOffset Now => world.Clock + clockError;

    /// <summary>The companies, in the order in which they were made.</summary>
    public IEnumerable<SimCompany> Companies => _companies.Values;

    /// <summary>One company's rows.</summary>
    public SimCompany this[Guid companyId] => _companies[companyId];

    /// <summary>Makes a company.</summary>
    public void Add(Company company, AccountMapping mapping) =>
        _companies.Add(company.Id, new SimCompany(company, mapping) { Lane = new LaneRow { CompanyId = company.Id } });

    /// <summary>Everything as it stands, to be put back later.</summary>
    public IReadOnlyList<SimCompany> Backup() => [.. _companies.Values.Select(company => company.Copy())];

    /// <summary>Puts a backup in the place of what stands here.</summary>
    public void Restore(IReadOnlyList<SimCompany> backup) =>
        _companies = backup.ToDictionary(company => company.Company.Id, company => company.Copy());

    /// <summary>A copy: whoever changes one, changes it alone.</summary>
    public static T CopyOf<T>(T row)
        where T : class => (T)_copy(row);
}

/// <summary>The rows of one company.</summary>
public sealed class SimCompany(Company company, AccountMapping mapping)
{
    /// <summary>The company. Copied when it changes, so that who has read it keeps what was read.</summary>
    public Company Company { get; set; } = company;

    /// <summary>Its mapping.</summary>
    public AccountMapping Mapping { get; } = mapping;

    /// <summary>Its lane.</summary>
    public required LaneRow Lane { get; set; }

    /// <summary>The claim of the lane, which <see cref="LaneRow"/> keeps to itself.</summary>
    public (Guid? Token, DateTimeOffset Until, long Epoch) Claim { get; set; }

    /// <summary>Whether its books can be reached.</summary>
    public LaneAccess Access { get; set; } = LaneAccess.Authorised;

    /// <summary>What the check of the company says; <see langword="null"/> while nobody checks.</summary>
    public LaneReadiness? Readiness { get; set; }

    /// <summary>What was received.</summary>
    public Dictionary<Guid, Closing> Closings { get; private init; } = [];

    /// <summary>The way of each of their vouchers into the books.</summary>
    public Dictionary<(Guid ClosingId, int Ordinal), VoucherDelivery> Deliveries { get; private init; } = [];

    /// <summary>What those book that correct a day.</summary>
    public Dictionary<(Guid ClosingId, int Ordinal), Voucher> Correcting { get; private init; } = [];

    /// <summary>The last sending of each.</summary>
    public Dictionary<(Guid ClosingId, int Ordinal), Attempt> LastAttempts { get; private init; } = [];

    /// <summary>Vouchers that were seen and belong to no closing here, with whether a person has settled them.</summary>
    public Dictionary<string, (SightedVoucher Voucher, bool Settled)> Sighted { get; private init; } = [];

    /// <summary>The key of a delivery's voucher.</summary>
    public VoucherKey KeyOf(VoucherDelivery delivery) => delivery.KeyIn(Company.OrganisationNumber);

    /// <summary>Deliveries in the order of the lane.</summary>
    public IEnumerable<VoucherDelivery> InOrder => Deliveries.Values
        .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber)
        .ThenBy(delivery => delivery.Register, StringComparer.Ordinal).ThenBy(delivery => delivery.Ordinal);

    /// <summary>Puts a delivery in the place of what stands here of it.</summary>
    public void Put(VoucherDelivery delivery) => Deliveries[(delivery.ClosingId, delivery.Ordinal)] = delivery;

    /// <summary>A person lets everything that waits be looked at again.</summary>
    public void Reconsider(DateTimeOffset now)
    {
        Lane = SimDatabase.CopyOf(Lane);
        Lane.Park(new LanePark(now, Reason.Of(ReasonCodes.SpirisUnavailable, "")));
        foreach (var delivery in Deliveries.Values.Where(delivery => delivery.IsOpen).ToList())
        {
            var anew = SimDatabase.CopyOf(delivery);
            anew.Reconsider(now);
            Put(anew);
        }
    }

    /// <summary>A copy of everything.</summary>
    public SimCompany Copy() => new(SimDatabase.CopyOf(Company), Mapping)
    {
        Lane = SimDatabase.CopyOf(Lane),
        Claim = Claim,
        Access = Access,
        Readiness = Readiness,
        Closings = new(Closings),
        Deliveries = Deliveries.ToDictionary(row => row.Key, row => SimDatabase.CopyOf(row.Value)),
        Correcting = new(Correcting),
        LastAttempts = LastAttempts.ToDictionary(row => row.Key, row => SimDatabase.CopyOf(row.Value)),
        Sighted = new(Sighted),
    };

    /// <summary>Vouchers with a delivery's key that were seen before it was known here.</summary>
    public ImmutableArray<PostedVoucher> SightedFor(VoucherDelivery delivery)
    {
        var key = KeyOf(delivery);
        return [.. Sighted.Values.Where(row => !row.Settled && row.Voucher.Key == key).Select(row => row.Voucher.Voucher)];
    }
}

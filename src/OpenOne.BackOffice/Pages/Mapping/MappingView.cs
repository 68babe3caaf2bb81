using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Rates;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>What the account mapping page shows of one company on one date.</summary>
/// <param name="Companies">Every company of the organisation, to choose from.</param>
/// <param name="Company">The company that is shown.</param>
/// <param name="InForce">The version in force on the date; <see langword="null"/> when there is none.</param>
/// <param name="Followed">The default chart that the version follows, when it follows one.</param>
/// <param name="Newest">The number of the newest version, 0 when there is none.</param>
/// <param name="Planned">Versions that begin after the date.</param>
/// <param name="HasDefault">Whether the organisation has a default chart.</param>
/// <param name="Chart">The company's chart in Spiris; <see langword="null"/> while it has not been read.</param>
/// <param name="Seen">Every key that the registers have spoken of, with its name.</param>
/// <param name="Waiting">How many closings wait for each key that has no account.</param>
public sealed record MappingView(
    IReadOnlyList<SpirisPageView.Choice> Companies,
    Company Company,
    MappingVersion? InForce,
    DefaultChart? Followed,
    int Newest,
    ImmutableArray<MappingView.Head> Planned,
    bool HasDefault,
    ChartOfAccounts? Chart,
    IReadOnlyDictionary<MappingKey, string?> Seen,
    IReadOnlyDictionary<string, int> Waiting)
{
    private const int MostWaiting = 1_000;

    /// <summary>A version without its rows.</summary>
    public sealed record Head(int Version, DateOnly EffectiveFrom, string CreatedBy, DateTimeOffset CreatedAt);

    /// <summary>The mapping in force.</summary>
    public AccountMapping? Mapping => InForce?.ToMapping(Followed);

    /// <summary>The chart as suggestions need it.</summary>
    public OwnChart OwnChart => Chart is null ? OwnChart.NotKnown : OwnCharts.Of(Chart);

    /// <summary>Every row of the editor.</summary>
    /// <param name="today">The day that rates are held against.</param>
    public IEnumerable<MappingLine> Lines(DateOnly today)
    {
        var own = (InForce?.Rows ?? []).ToDictionary(row => row.Key, row => row.Account);
        var below = (Followed?.Rows ?? []).ToDictionary(row => row.Key, row => row.Account);
        return MappingParts.InOrder([.. MappingParts.Always, .. own.Keys, .. below.Keys, .. Seen.Keys])
            .Select(key => new MappingLine(
                key, Seen.GetValueOrDefault(key), own.TryGetValue(key, out var account) ? account : null,
                below.TryGetValue(key, out var standard) ? standard : null)
            {
                Warning = WarningOf(key, today),
            });
    }

    /// <summary>Every key that was seen and has no account, with what we would propose.</summary>
    /// <param name="today">The day that rates are held against.</param>
    public ImmutableArray<OpenKey> Open(DateOnly today)
    {
        var (mapping, chart) = (Mapping, OwnChart);
        return
        [
            .. MappingParts.InOrder(Seen.Keys.Where(key => UnmappedKeys.IsOpen(key, mapping)))
                .Select(key => new OpenKey(
                    key, Seen[key], Waiting.GetValueOrDefault(key.ToString()!), Suggester.For(key, Seen[key], chart),
                    WarningOf(key, today))),
        ];
    }

    /// <summary>Reads the page of a company of the organisation.</summary>
    /// <returns><see langword="null"/> when the organisation has no such company.</returns>
    public static async Task<MappingView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? number, DateOnly date, CancellationToken cancellation)
    {
        var (companies, shown) = await CompanyChoice.ReadAsync(db, organisationId, number, cancellation);
        if (shown is null)
        {
            return null;
        }

        var heads = await db.Mappings.Where(mapping => mapping.CompanyId == shown.Id).OrderBy(mapping => mapping.Version)
            .Select(mapping => new Head(mapping.Version, mapping.EffectiveFrom, mapping.CreatedBy, mapping.CreatedAt))
            .ToListAsync(cancellation);
        var inForce = heads.FindLast(head => head.EffectiveFrom <= date) is not { } current ? null : await db.Mappings.AsNoTracking().AsSplitQuery()
            .SingleAsync(mapping => mapping.CompanyId == shown.Id && mapping.Version == current.Version, cancellation);
        var charts = db.DefaultCharts.AsNoTracking().Where(chart => chart.OrganisationId == organisationId);
        return new MappingView(
            companies,
            shown,
            inForce,
            inForce?.FollowsDefault is { } followed ? await charts.SingleAsync(chart => chart.Version == followed, cancellation) : null,
            heads is [] ? 0 : heads[^1].Version,
            [.. heads.Where(head => head.EffectiveFrom > date && !heads.Exists(later =>
                later.Version > head.Version && later.EffectiveFrom <= head.EffectiveFrom))],
            await charts.AnyAsync(cancellation),
            await ChartOfAccounts.ReadAsync(db, shown.Id, date, cancellation),
            await db.SeenKeys.Where(seen => seen.CompanyId == shown.Id)
                .ToDictionaryAsync(seen => seen.Key, seen => seen.Name, cancellation),
            await WaitingAsync(db, shown.Id, cancellation));
    }

    private static async Task<IReadOnlyDictionary<string, int>> WaitingAsync(
        BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var held = await db.Deliveries
            .Where(delivery => delivery.CompanyId == companyId && delivery.State == DeliveryState.Held)
            .OrderBy(delivery => delivery.BusinessDate)
            .Select(delivery => delivery.Reasons)
            .Take(MostWaiting)
            .ToListAsync(cancellation);
        return held.SelectMany(reasons => reasons)
            .Where(reason => reason.Code == ReasonCodes.AccountNotMapped && reason.Arguments is not [])
            .CountBy(reason => reason.Arguments[0])
            .ToDictionary(StringComparer.Ordinal);
    }

    private VatWarning? WarningOf(MappingKey key, DateOnly today) => key is MappingKey.Sales sales && Seen.TryGetValue(key, out var name)
        ? VatCalendar.Check(sales.Group, name, sales.Rate, today)
        : null;
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>One page of the list of closings, in plain values that travel to a page that comes alive.</summary>
/// <param name="Companies">The companies the list may be about.</param>
/// <param name="Counts">How many closings there are in each group, whichever group is shown.</param>
/// <param name="Rows">The closings of the page, newest business date first.</param>
public sealed record ClosingListView(
    IReadOnlyList<Guid> Companies,
    IReadOnlyDictionary<ClosingGroup, int> Counts,
    IReadOnlyList<ClosingListView.Row> Rows)
{
    /// <summary>One closing.</summary>
    public sealed record Row(
        DateOnly BusinessDate, int ZNumber, string Register, string CompanyName, string CompanyNumber, long TotalOre,
        DeliveryState State, string? VoucherNumber, string? Reason)
    {
        /// <summary>Where the closing's page is.</summary>
        public string Address => ClosingPage.AddressOf(CompanyNumber, Register, ZNumber);
    }

    /// <summary>How many closings there are in the group that is shown.</summary>
    public int CountOf(ClosingGroup? group) => group is { } one ? Counts.GetValueOrDefault(one) : Counts.Values.Sum();

    /// <summary>Reads the page that a filter asks for, with reasons in the language of the reader.</summary>
    public static async Task<ClosingListView> ReadAsync(
        BackOfficeDb db, ClosingFilter filter, CancellationToken cancellation)
    {
        OrganisationNumber? number = OrganisationNumber.TryParse(filter.Company, out var asked) ? asked : null;
        var companies = await db.OfOrganisation(filter.OrganisationId)
            .Where(company => db.Memberships.Any(member =>
                member.UserId == filter.UserId && member.OrganisationId == filter.OrganisationId))
            .Where(company => number == null || company.OrganisationNumber == number)
            .Select(company => company.Id)
            .ToListAsync(cancellation);

        var deliveries = db.Deliveries.AsNoTracking().Where(delivery => delivery.Ordinal == 0 && companies.Contains(delivery.CompanyId));
        var states = await deliveries.GroupBy(delivery => delivery.State)
            .Select(state => new { State = state.Key, Count = state.Count() })
            .ToListAsync(cancellation);
        var counts = states.GroupBy(state => DeliveryStates.Group(state.State))
            .ToDictionary(group => group.Key, group => group.Sum(state => state.Count));

        if (filter.Group is { } only)
        {
            var wanted = Enum.GetValues<DeliveryState>().Where(state => DeliveryStates.Group(state) == only).ToList();
            deliveries = deliveries.Where(delivery => wanted.Contains(delivery.State));
        }

        return new ClosingListView(companies, counts, await RowsAsync(db, deliveries, filter.Page, cancellation));
    }

    private static async Task<List<Row>> RowsAsync(
        BackOfficeDb db, IQueryable<VoucherDelivery> deliveries, int page, CancellationToken cancellation)
    {
        var rows = await deliveries
            .OrderByDescending(delivery => delivery.BusinessDate)
            .ThenByDescending(delivery => delivery.ZNumber)
            .ThenBy(delivery => delivery.Register)
            .Skip((page - 1) * ClosingFilter.PageSize)
            .Take(ClosingFilter.PageSize)
            .Join(
                db.Closings, delivery => delivery.ClosingId, closing => closing.Id,
                (delivery, closing) => new { delivery, closing.Total })
            .Join(db.Companies, row => row.delivery.CompanyId, company => company.Id, (row, company) => new
            {
                row.delivery,
                row.Total,
                company.Name,
                company.OrganisationNumber,
            })
            .OrderByDescending(row => row.delivery.BusinessDate)
            .ThenByDescending(row => row.delivery.ZNumber)
            .ThenBy(row => row.delivery.Register)
            .ToListAsync(cancellation);

        return
        [
            .. rows.Select(row => new Row(
                row.delivery.BusinessDate,
                row.delivery.ZNumber,
                row.delivery.Register,
                row.Name,
                row.OrganisationNumber.ToString(),
                row.Total.Ore,
                row.delivery.State,
                row.delivery.Posted?.Number,
                row.delivery.Reasons is [var first, ..]
                    ? ReasonSentences.Of(first, CultureInfo.CurrentUICulture).Message
                    : null)),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Mapping;

/// <summary>Versions of mappings: which is in force when, and what people may do to them.</summary>
public sealed class MappingChangeTests : IAsyncLifetime
{
    private static readonly DateOnly Always = DateOnly.MinValue;
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly DateOnly July = new(2026, 7, 1);

    private BackOfficeServer _server = null!;
    private Company _company = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await BackOfficeServer.StartAsync();
        var demo = await _server.ReadAsync(db => db.Companies.AsNoTracking().FirstAsync());
        _company = new Company
        {
            OrganisationId = demo.OrganisationId,
            OrganisationNumber = Domain.OrganisationNumber.Parse("559997-4564"),
            Name = "Bageri Exempel AB",
        };
        await _server.ReadAsync(db =>
        {
            db.Companies.Add(_company);
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_newest_version_that_has_begun_is_in_force()
    {
        await SaveAsync(0, January, ("tips", 2820));
        await SaveAsync(1, April, ("tips", 2821));

        (await InForceAsync(January.AddDays(-1))).ShouldBe("none");
        (await InForceAsync(January)).ShouldBe("1: tips 2820");
        (await InForceAsync(April.AddDays(-1))).ShouldBe("1: tips 2820");
        (await InForceAsync(April)).ShouldBe("2: tips 2821");
    }

    [Fact]
    public async Task A_change_that_begins_before_a_planned_one_takes_its_place_and_says_so()
    {
        await SaveAsync(0, Always, ("tips", 2820));
        await SaveAsync(1, July, ("tips", 2821));

        var saved = await SaveAsync(2, April, ("tips", 2822));

        saved.ShouldBeOfType<MappingSaving.Saved>().Replaces.ShouldBe([2]);
        (await InForceAsync(July)).ShouldBe("3: tips 2822");
    }

    [Fact]
    public async Task Whoever_saves_what_somebody_else_has_changed_meanwhile_is_told_and_saves_nothing()
    {
        await SaveAsync(0, Always, ("tips", 2820));

        (await SaveAsync(0, Always, ("tips", 2899))).ShouldBe(new MappingSaving.ChangedMeanwhile(1, "Anna"));
        (await InForceAsync(April)).ShouldBe("1: tips 2820");
    }

    [Fact]
    public async Task A_date_before_the_first_version_is_refused_with_that_date()
    {
        await SaveAsync(0, January, ("tips", 2820));

        (await SaveAsync(1, January.AddDays(-1), ("tips", 2821))).ShouldBe(new MappingSaving.BeforeTheFirst(January));
    }

    [Fact]
    public async Task The_same_again_is_no_version()
    {
        await SaveAsync(0, Always, ("tips", 2820));

        (await SaveAsync(1, April, ("tips", 2820))).ShouldBe(new MappingSaving.NothingChanged());
    }

    [Fact]
    public async Task A_mapping_that_follows_the_default_chart_gets_a_version_when_that_changes_and_keeps_its_own_rows()
    {
        await SaveDefaultAsync(0, Always, ("tips", 2820), ("rounding", 3740));
        await SaveAsync(0, Always, followsDefault: true, ("tips", 2899));
        (await InForceAsync(April)).ShouldBe("1: rounding 3740, tips 2899");

        await SaveDefaultAsync(1, April, ("tips", 2821), ("rounding", 3741));

        (await InForceAsync(April.AddDays(-1))).ShouldBe("1: rounding 3740, tips 2899");
        (await InForceAsync(April)).ShouldBe("2: rounding 3741, tips 2899");
    }

    [Fact]
    public async Task A_change_that_somebody_has_planned_outlives_a_change_of_the_default_chart()
    {
        await SaveDefaultAsync(0, Always, ("rounding", 3740));
        await SaveAsync(0, Always, followsDefault: true, ("tips", 2820));
        await SaveAsync(1, July, followsDefault: true, ("tips", 2821));

        await SaveDefaultAsync(1, April, ("rounding", 3741));

        (await InForceAsync(April.AddDays(-1))).ShouldBe("1: rounding 3740, tips 2820");
        (await InForceAsync(April)).ShouldBe("3: rounding 3741, tips 2820");
        (await InForceAsync(July)).ShouldBe("4: rounding 3741, tips 2821");
    }

    [Fact]
    public async Task A_mapping_of_its_own_is_not_touched_by_the_default_chart()
    {
        await SaveAsync(0, Always, ("tips", 2820));

        await SaveDefaultAsync(0, Always, ("rounding", 3740));

        (await InForceAsync(April)).ShouldBe("1: tips 2820");
    }

    [Fact]
    public async Task Cost_centres_are_kept_with_the_version()
    {
        var north = new CostCentres(new(Guid.CreateVersion7(), "Norr"), null, null);
        var subject = new CostCentreSubject.Group(new("food"));
        var draft = Draft(0, Always, false, [("tips", 2820)]) with
        {
            CostCentres = new Dictionary<CostCentreSubject, CostCentres> { [subject] = north },
        };

        await Changes.SaveAsync(_company, draft, Cancellation);

        var mapping = await _server.ReadAsync(db => MappingInForce.ReadAsync(db, _company.Id, April, Cancellation));
        mapping!.CostCentres.All.ShouldBe([new(subject, north)]);
    }

    private MappingChange Changes => _server.Services.GetRequiredService<MappingChange>();

    private Task<MappingSaving> SaveAsync(int newest, DateOnly from, params (string Key, int Account)[] rows) =>
        SaveAsync(newest, from, false, rows);

    private Task<MappingSaving> SaveAsync(int newest, DateOnly from, bool followsDefault, params (string Key, int Account)[] rows) =>
        Changes.SaveAsync(_company, Draft(newest, from, followsDefault, rows), Cancellation);

    private async Task SaveDefaultAsync(int newest, DateOnly from, params (string Key, int Account)[] rows) =>
        (await _server.Services.GetRequiredService<DefaultChartChange>()
            .SaveAsync(_company.OrganisationId, Draft(newest, from, false, rows), Cancellation)).ShouldBeOfType<MappingSaving.Saved>();

    private static MappingDraft Draft(int newest, DateOnly from, bool followsDefault, (string Key, int Account)[] rows) => new(
        newest, from, rows.ToDictionary(row => MappingKeyText.Read(row.Key)!, row => AccountNumber.From(row.Account)), "Anna")
    {
        FollowsDefault = followsDefault,
    };

    private async Task<string> InForceAsync(DateOnly date) =>
        await _server.ReadAsync(db => MappingInForce.ReadAsync(db, _company.Id, date, Cancellation)) is { } mapping
            ? $"{mapping.Version}: " + string.Join(", ", mapping.Accounts.Select(row => $"{row.Key} {row.Value}").Order(StringComparer.Ordinal))
            : "none";
}

using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Sweeps;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Sweeps;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using SpirisSandbox.Vouchers;
using Xunit;

namespace OpenOne.BackOffice.Tests.Sweeps;

/// <summary>What goes wrong in the books behind our back, and the sweep that finds it there.</summary>
public sealed class SweepTests : IAsyncLifetime
{
    private static readonly RealEvening[] _evenings = [RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66];

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task What_stands_as_it_was_booked_is_counted_and_nothing_is_found()
    {
        await BookAsync(_evenings);

        var (sweep, findings) = await SweepAsync();

        (sweep.End, sweep.Compared, sweep.Seen, sweep.AskedBy).ShouldBe((SweepEnd.CameThrough, 3, 3, "anna@exempel.se"));
        findings.ShouldBeEmpty();
        (await StoppedAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task S07_a_voucher_that_a_proxy_doubled_although_answered_is_found_and_stops_the_company()
    {
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new DuplicateWork());
        await BookAsync(RealEvenings.Z64);
        _restaurants.Books(IntegratedRestaurants.Krogen).Count.ShouldBe(2, "the proxy has sent it twice");

        var (_, findings) = await SweepAsync();

        var doubled = findings.ShouldHaveSingleItem();
        doubled.Kind.ShouldBe(FindingKind.Doubled);
        doubled.Vouchers.Select(voucher => voucher.Number).ShouldBe(["A1", "A2"], ignoreOrder: true);
        (await StoppedAsync()).ShouldNotBeNull();
        await _restaurants.SubmitAsync(RealEvenings.Z65);
        var held = await _restaurants.UntilAsync(RealEvenings.Z65, "held", "booked");
        held.Body["reasons"]![0]!["code"]!.GetValue<string>().ShouldBe("company-stopped");
    }

    [Fact]
    public async Task S38_a_duplicate_behind_our_back_is_found_and_dealt_with_by_a_person()
    {
        await BookAsync(RealEvenings.Z64, RealEvenings.Z65);
        Spiris.Write(() => Spiris.Ledger.Book(
            new Booking(Of("A1").VoucherDate, Of("A1").VoucherText, "A", Of("A1").Rows), DateTimeOffset.UnixEpoch));

        var (_, findings) = await SweepAsync();
        findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Doubled);
        (await StoppedAsync()).ShouldNotBeNull();

        var extra = findings[0].Vouchers.Single(voucher => voucher.Number == "A3");
        var decisions = _restaurants.Server.Services.GetRequiredService<VoucherDecisions>();
        (await decisions.SettleAsync(await CompanyAsync(), extra.Id, "anna@exempel.se", TestContext.Current.CancellationToken)).ShouldBeTrue();

        (await StoppedAsync()).ShouldBeNull("nothing else needs a person");
        (await SweepAsync()).Findings.ShouldBeEmpty("a person has dealt with it");
        (await _restaurants.Server.ReadAsync(db => db.Decisions.SingleAsync())).ShouldSatisfyAllConditions(
            decision => decision.Kind.ShouldBe(DecisionKind.Settled),
            decision => decision.Number.ShouldBe("A3"),
            decision => decision.By.ShouldBe("anna@exempel.se"));
        (await decisions.SettleAsync(await CompanyAsync(), extra.Id, "anna@exempel.se", TestContext.Current.CancellationToken)).ShouldBeFalse("it was decided");
    }

    [Fact]
    public async Task The_booked_voucher_itself_is_never_settled()
    {
        await BookAsync(RealEvenings.Z64);
        var decisions = _restaurants.Server.Services.GetRequiredService<VoucherDecisions>();

        (await decisions.SettleAsync(await CompanyAsync(), Of("A1").Id.ToString(), "anna@exempel.se", TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task S17_a_voucher_whose_text_was_edited_is_known_by_its_rows()
    {
        await BookAsync(_evenings);
        Change("A2", voucher => voucher with { VoucherText = "Dagskassa torsdag" });

        var (_, findings) = await SweepAsync();

        var edited = findings.ShouldHaveSingleItem();
        (edited.Kind, edited.Alteration).ShouldBe((FindingKind.Altered, Alteration.Text));
        edited.Vouchers.ShouldHaveSingleItem().Number.ShouldBe("A2");
        _restaurants.Books(IntegratedRestaurants.Krogen).Count.ShouldBe(3, "nothing is sent again");
    }

    [Fact]
    public async Task A_voucher_that_is_gone_is_missing()
    {
        await BookAsync(_evenings);
        Spiris.Write(() => Spiris.Vouchers.Remove(Of("A3").Id));

        var (_, findings) = await SweepAsync();

        var missing = findings.ShouldHaveSingleItem();
        (missing.Kind, missing.Date).ShouldBe((FindingKind.Missing, RealEvenings.Z66.Report.BusinessDate));
        missing.Vouchers.ShouldHaveSingleItem().Number.ShouldBe("A3");
        (await StoppedAsync()).ShouldBeNull("a voucher that is missing endangers no other");
    }

    [Fact]
    public async Task Rows_that_were_changed_and_a_date_that_was_moved_are_told_apart()
    {
        await BookAsync(_evenings);
        Change("A1", voucher => voucher with { Rows = [.. voucher.Rows.Select(row => row with { DebitAmount = row.DebitAmount * 2, CreditAmount = row.CreditAmount * 2 })] });
        Change("A2", voucher => voucher with { VoucherDate = voucher.VoucherDate.AddDays(2) });

        var (_, findings) = await SweepAsync();

        findings.Select(finding => (finding.Vouchers[0].Number, finding.Kind, finding.Alteration)).ShouldBe(
            [("A1", FindingKind.Altered, Alteration.Rows), ("A2", FindingKind.Altered, Alteration.Date)]);
    }

    [Fact]
    public async Task A_key_of_ours_that_no_closing_here_has_is_told_and_its_closing_is_found_there_when_it_comes()
    {
        var key = VoucherKey.For(RealEvenings.Z65.Company, RealEvenings.Z65.Report.Key);
        await BookAsync(RealEvenings.Z64);
        await _restaurants.PostByHandAsync(IntegratedRestaurants.Krogen, $"Dagskassa {key.Marker}", RealEvenings.Z65.Report.BusinessDate);

        var (_, findings) = await SweepAsync();
        findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            unknown => unknown.Kind.ShouldBe(FindingKind.Unknown),
            unknown => unknown.Key.ShouldBe(key));
        await _restaurants.SubmitAsync(RealEvenings.Z65);

        (await _restaurants.UntilAsync(RealEvenings.Z65, "booked", "rejected")).Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A2");
        (await SweepAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closing_that_is_held_and_stands_there_is_booked_by_the_sweep()
    {
        await _restaurants.TurnOnAsync(IntegratedRestaurants.Krogen, syncSales: false);
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "held");
        var key = VoucherKey.For(RealEvenings.Z64.Company, RealEvenings.Z64.Report.Key);
        await _restaurants.PostByHandAsync(IntegratedRestaurants.Krogen, $"Dagskassa {key.Marker}", RealEvenings.Z64.Report.BusinessDate);

        var (_, findings) = await SweepAsync();

        findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.Relinked);
        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked")).Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A1");
        (await SweepAsync()).Findings.ShouldBeEmpty("it was not sent by us, so it cannot be altered");
    }

    [Fact]
    public async Task The_voucher_that_takes_one_back_as_we_proposed_it_is_no_finding()
    {
        await BookAsync(RealEvenings.Z64);
        var sent = await _restaurants.Server.ReadAsync(db => db.Vouchers.SingleAsync());
        var reversal = Reversal.Of(sent.ToVoucher(), "A1", ordinal: 1);
        await _restaurants.PostByHandAsync(IntegratedRestaurants.Krogen, reversal.Text, reversal.Date);

        (await SweepAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_no_finding_and_the_sweep_says_why()
    {
        await BookAsync(RealEvenings.Z64);
        _restaurants.Sandbox.Faults.Next("GET", "/v2/vouchers", new AnswerBefore(503));

        var (sweep, findings) = await SweepAsync();

        sweep.End.ShouldBe(SweepEnd.BrokenOff);
        sweep.Problem.ShouldNotBeNullOrEmpty();
        findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sweep_that_is_asked_for_is_made_and_tells_how_far_it_has_come()
    {
        await BookAsync(RealEvenings.Z64);
        using var ended = new SemaphoreSlim(0);
        var desk = _restaurants.Server.Services.GetRequiredService<SweepDesk>();
        var company = await CompanyAsync();
        var seen = new List<int>();
        var feed = _restaurants.Server.Services.GetRequiredService<BackOffice.Closings.ClosingFeed>();
        feed.Changed += Note;

        desk.Ask(Request(company)).ShouldBeTrue();
        desk.Ask(Request(company)).ShouldBeFalse("there is one under way");
        await ended.WaitAsync(TestContext.Current.CancellationToken);
        feed.Changed -= Note;

        seen.ShouldContain(5, "January to May");
        (await _restaurants.Server.ReadAsync(db => db.Sweeps.SingleAsync())).End.ShouldBe(SweepEnd.CameThrough);

        void Note(Guid changed)
        {
            if (desk.Of(changed) is { } progress)
            {
                seen.Add(progress.MonthsRead);
            }
            else if (changed == company)
            {
                ended.Release();
            }
        }
    }

    private SpirisSandbox.State.Company Spiris => _restaurants.Sandbox.State.Company(IntegratedRestaurants.Krogen);

    private VoucherApi Of(string number) => Spiris.Vouchers.Single(voucher => voucher.NumberAndNumberSeries == number);

    private void Change(string number, Func<VoucherApi, VoucherApi> change) => Spiris.Write(() => Spiris.Vouchers.Put(change(Of(number))));

    private async Task BookAsync(params RealEvening[] evenings)
    {
        foreach (var evening in evenings)
        {
            await _restaurants.SubmitAsync(evening);
            (await _restaurants.UntilAsync(evening, "booked", "held", "rejected")).State.ShouldBe("booked");
        }
    }

    private async Task<(Sweep Sweep, ImmutableArray<SweepFinding> Findings)> SweepAsync()
    {
        var sweeps = _restaurants.Server.Services.GetRequiredService<BooksSweep>();
        var sweep = await sweeps.MakeAsync(Request(await CompanyAsync()), _ => { }, TestContext.Current.CancellationToken);
        var findings = await _restaurants.Server.ReadAsync(db => db.SweepFindings
            .Where(finding => finding.SweepId == sweep.Id).OrderBy(finding => finding.Number).ToListAsync());
        sweep.FindingCount.ShouldBe(findings.Count);
        return (sweep, [.. findings]);
    }

    private static SweepRequest Request(Guid companyId) => new(companyId, new(2021, 1, 10), new(2021, 5, 31), "anna@exempel.se");

    private Task<Guid> CompanyAsync() => _restaurants.Server.ReadAsync(db => db.Companies
        .Where(company => company.OrganisationNumber == OrganisationNumber.Parse(IntegratedRestaurants.Krogen))
        .Select(company => company.Id).SingleAsync());

    private Task<string?> StoppedAsync() => _restaurants.Server.ReadAsync(db => db.Companies
        .Where(company => company.OrganisationNumber == OrganisationNumber.Parse(IntegratedRestaurants.Krogen))
        .Select(company => company.PostingStoppedBecause).SingleAsync());
}

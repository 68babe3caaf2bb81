using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Sweeps;
using OpenOne.Domain;
using OpenOne.Domain.Sweeps;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Sweeps;

/// <summary>S33: yesterday's copy of the database is put back, with real databases.</summary>
public sealed class RestoredBackupTests : IAsyncLifetime
{
    private static readonly RealEvening[] _forgotten = [RealEvenings.Z65, RealEvenings.Z66, RealEvenings.Z67];

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task S33_registers_send_again_and_everything_is_relinked_and_nothing_posted()
    {
        await BookAsync(RealEvenings.Z64);
        await LoseWhatHappensInAsync(() => BookAsync(_forgotten));

        await BookAsync(_forgotten);

        var books = _restaurants.Books(IntegratedRestaurants.Krogen);
        books.Select(voucher => voucher.NumberAndSeries).ShouldBe(["A1", "A2", "A3", "A4"], "nothing is posted again");
        (await SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task S33_the_sweep_names_what_the_copy_does_not_know_until_the_registers_have_sent_it()
    {
        await BookAsync(RealEvenings.Z64);
        await LoseWhatHappensInAsync(() => BookAsync(_forgotten));

        var findings = await SweepAsync();
        findings.Select(finding => finding.Kind).ShouldBe([FindingKind.Unknown, FindingKind.Unknown, FindingKind.Unknown]);

        await BookAsync(_forgotten);

        _restaurants.Books(IntegratedRestaurants.Krogen).Count.ShouldBe(4);
        (await SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task S33_what_the_copy_knows_as_received_is_booked_by_the_sweep()
    {
        await _restaurants.TurnOnAsync(IntegratedRestaurants.Krogen, syncSales: false);
        foreach (var evening in _forgotten)
        {
            await _restaurants.SubmitAsync(evening);
            await _restaurants.UntilAsync(evening, "held");
        }

        await LoseWhatHappensInAsync(async () =>
        {
            await _restaurants.TurnOnAsync(IntegratedRestaurants.Krogen);
            await BookAsync(_forgotten);
        });
        var findings = await SweepAsync();

        findings.Select(finding => finding.Kind).ShouldBe([FindingKind.Relinked, FindingKind.Relinked, FindingKind.Relinked]);
        await BookAsync(_forgotten);
        _restaurants.Books(IntegratedRestaurants.Krogen).Count.ShouldBe(3);
    }

    /// <summary>Copies the database, lets things happen, and puts the copy back.</summary>
    private async Task LoseWhatHappensInAsync(Func<Task> happens)
    {
        var yesterday = Directory.CreateTempSubdirectory("yesterday-").FullName;
        await _restaurants.RestartAsync(directory => TestStore.Copy(directory, yesterday));
        await happens();
        await _restaurants.RestartAsync(directory =>
        {
            TestStore.Remove(directory);
            TestStore.Copy(yesterday, directory);
        });
        TestStore.Remove(yesterday);
        Directory.Delete(yesterday, recursive: true);
    }

    private async Task BookAsync(params RealEvening[] evenings)
    {
        foreach (var evening in evenings)
        {
            await _restaurants.SubmitAsync(evening);
            (await _restaurants.UntilAsync(evening, "booked", "rejected")).State.ShouldBe("booked");
        }
    }

    private async Task<List<SweepFinding>> SweepAsync()
    {
        var number = OrganisationNumber.Parse(IntegratedRestaurants.Krogen);
        var company = await _restaurants.Server.ReadAsync(db => db.Companies
            .Where(company => company.OrganisationNumber == number).Select(company => company.Id).SingleAsync());
        var sweep = await _restaurants.Server.Services.GetRequiredService<BooksSweep>().MakeAsync(
            new SweepRequest(company, new(2021, 5, 1), new(2021, 5, 31), "anna@exempel.se"),
            _ => { },
            TestContext.Current.CancellationToken);
        sweep.End.ShouldBe(SweepEnd.CameThrough, sweep.Problem);
        return await _restaurants.Server.ReadAsync(db => db.SweepFindings
            .Where(finding => finding.SweepId == sweep.Id).OrderBy(finding => finding.Number).ToListAsync());
    }
}

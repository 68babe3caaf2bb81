using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Closings;

/// <summary>Closings that wait while the writer has not begun, and so are committed together.</summary>
public sealed class ClosingWriterTests : IAsyncLifetime
{
    private static readonly CancellationToken _patient = CancellationToken.None;

    private BackOfficeServer _server = null!;
    private ClosingWriter _writer = null!;
    private List<ApiCaller> _callers = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await BackOfficeServer.StartAsync();
        var services = _server.Services;
        _writer = new ClosingWriter(
            services.GetRequiredService<IDbContextFactory<BackOfficeDb>>(), services.GetRequiredService<ClosingFeed>(),
            services.GetRequiredService<StorageWatch>(), services.GetRequiredService<IMeterFactory>(), NullLogger<ClosingWriter>.Instance);
        _callers = await _server.ReadAsync(db => db.Companies.OrderBy(company => company.OrganisationNumber)
            .Select(company => new ApiCaller(company.Id, company.OrganisationId, company.OrganisationNumber, company.Name, null))
            .ToListAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Each_is_told_what_became_of_it_although_all_are_committed_together()
    {
        var outcomes = new[]
        {
            _writer.WriteAsync(Closing(_callers[0], "NEW", 1, "first"), _patient),
            _writer.WriteAsync(Closing(_callers[0], "NEW", 1, "first"), _patient),
            _writer.WriteAsync(Closing(_callers[0], "NEW", 1, "other"), _patient),
            _writer.WriteAsync(Closing(_callers[0], "NEW", 2, "first"), _patient),
            _writer.WriteAsync(Closing(_callers[1], "NEW", 1, "first"), _patient),
        };

        await _writer.StartAsync(_patient);

        (await Task.WhenAll(outcomes)).Select(outcome => outcome.GetType()).ShouldBe(
        [
            typeof(Intaken.New), typeof(Intaken.Before), typeof(Intaken.Changed), typeof(Intaken.New), typeof(Intaken.RegisterOfAnotherCompany),
        ]);
        (await _server.ReadAsync(db => db.Closings.CountAsync())).ShouldBe(2);
        (await _server.ReadAsync(db => db.ConflictingClosings.CountAsync())).ShouldBe(1);
        (await _server.ReadAsync(db => db.Registers.CountAsync(register => register.Designation == "NEW"))).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_cannot_be_stored_does_not_fail_its_neighbours()
    {
        var before = _writer.WriteAsync(Closing(_callers[0], "NEW", 1), _patient);
        var unknownCompany = _writer.WriteAsync(Closing(_callers[0] with { CompanyId = Guid.NewGuid() }, "NEW2", 1), _patient);
        var after = _writer.WriteAsync(Closing(_callers[0], "NEW", 2), _patient);

        await _writer.StartAsync(_patient);

        (await before).ShouldBeOfType<Intaken.New>();
        (await after).ShouldBeOfType<Intaken.New>();
        await Should.ThrowAsync<DbException>(unknownCompany);
        (await _server.ReadAsync(db => db.Closings.CountAsync())).ShouldBe(2);
        (await _server.ReadAsync(db => db.Deliveries.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_leaves_does_not_undo_what_is_queued()
    {
        using var leaving = new CancellationTokenSource();
        var left = _writer.WriteAsync(Closing(_callers[0], "NEW", 1), leaving.Token);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        var stays = _writer.WriteAsync(Closing(_callers[0], "NEW", 1), _patient);

        await _writer.StartAsync(_patient);

        (await stays).ShouldBeOfType<Intaken.Before>();
    }

    [Fact]
    public async Task A_server_that_stops_commits_what_is_queued_and_takes_nothing_more_in()
    {
        var queued = _writer.WriteAsync(Closing(_callers[0], "NEW", 1), _patient);
        await _writer.StartAsync(_patient);
        await _writer.StopAsync(_patient);

        (await queued).ShouldBeOfType<Intaken.New>();
        var refusal = await Should.ThrowAsync<NotStoredException>(_writer.WriteAsync(Closing(_callers[0], "NEW", 2), _patient));
        refusal.Trouble.ShouldBe(StorageTrouble.Stopping);
        (await _server.ReadAsync(db => db.Closings.CountAsync())).ShouldBe(1);
    }

    private static PendingClosing Closing(ApiCaller caller, string register, int zNumber, string content = "content")
    {
        var report = MadeUpEvening.Z1284.Report;
        var closing = new ReceivedClosing
        {
            CompanyId = caller.CompanyId,
            Register = register,
            ZNumber = zNumber,
            BusinessDate = report.BusinessDate,
            Total = report.Total,
            Document = System.Text.Encoding.UTF8.GetBytes(content),
            DocumentHash = new byte[32],
            ContentHash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)),
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        var delivery = new VoucherDelivery(
            closing.Id, caller.CompanyId, new ClosingKey(register, zNumber), report.BusinessDate, DateTimeOffset.UnixEpoch);
        return new PendingClosing(caller, closing, delivery, []);
    }
}

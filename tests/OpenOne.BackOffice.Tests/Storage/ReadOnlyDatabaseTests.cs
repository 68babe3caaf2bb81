using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Data;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>A database that may be read and not written.</summary>
public sealed class ReadOnlyDatabaseTests
{
    [Fact]
    public async Task A_read_only_database_refuses_the_closing_with_a_plain_reason_until_it_can_be_written_again()
    {
        var database = new ReadOnlyAtTimes();
        await using var server = await BackOfficeServer.StartAsync(
            builder => builder.Services.ConfigureDbContext<BackOfficeDb>(options => options.AddInterceptors(database)));
        using var till = server.Till(MadeUpEvening.Z1284.Company.ToString());
        var closing = ClosingWire.Of(MadeUpEvening.Z1284.Report);

        database.IsReadOnly = true;
        var refused = await till.SubmitAsync(closing);
        var stored = await server.ReadAsync(db => db.Closings.CountAsync());
        database.IsReadOnly = false;
        var accepted = await till.SubmitAsync(closing);

        refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
        ((string)refused.Body["detail"]!).ShouldStartWith("The server's database is read-only.");
        stored.ShouldBe(0);
        accepted.Status.ShouldBe(HttpStatusCode.Accepted);
    }

    /// <summary>Each connection that is opened meanwhile can only read.</summary>
    private sealed class ReadOnlyAtTimes : DbConnectionInterceptor
    {
        public bool IsReadOnly { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = IsReadOnly ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}

using Microsoft.Extensions.Time.Testing;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Tests.Authorisation;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>Claims are made and run out by the database's clock, which is read as a binary fraction of seconds.</summary>
/// <remarks>From January 2038, when seconds need 32 bits, to September 2039, when milliseconds need 42, that fraction is coarser than
/// its thousandfold: a quarter of all milliseconds comes out a little less than itself, and cut off would be the one before.</remarks>
public sealed class DatabaseClockTests
{
    [Fact]
    public async Task Each_millisecond_is_read_as_itself()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2038, 11, 26, 22, 0, 0, TimeSpan.Zero));
        using var database = new SimulatedDatabase(clock);
        await using var db = database.CreateDbContext();
        for (var millisecond = 0; millisecond < 1_000; millisecond++)
        {
            (await LaneClaims.NowAsync(db, TestContext.Current.CancellationToken)).ShouldBe(clock.GetUtcNow().ToUnixTimeMilliseconds());
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }
}

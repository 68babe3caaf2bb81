using Microsoft.Extensions.Time.Testing;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Pages.Closings;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Closings;

public sealed class ClosingWatchTests : IDisposable
{
    private static readonly Guid Ours = Guid.Parse("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Theirs = Guid.Parse("22222222-2222-2222-2222-222222222222");

    private readonly FakeTimeProvider _clock = new();
    private readonly ClosingFeed _feed = new();
    private readonly SemaphoreSlim _looked = new(0);
    private readonly CancellationTokenSource _close = new();
    private readonly Task _watch;
    private int _looks;

    public ClosingWatchTests() => _watch = new ClosingWatch(_feed, _clock).RunAsync(
        company => company == Ours,
        _ =>
        {
            _looks++;
            _looked.Release();
            return Task.CompletedTask;
        },
        _close.Token);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_looked_at_when_it_is_told()
    {
        _feed.Announce(Ours);

        await _looked.WaitAsync(Cancellation);
        _looks.ShouldBe(1);
    }

    [Fact]
    public async Task Any_number_of_changes_is_one_look_a_while_later()
    {
        _feed.Announce(Ours);
        await _looked.WaitAsync(Cancellation);
        for (var change = 0; change < 100; change++)
        {
            _feed.Announce(Ours);
        }

        _looks.ShouldBe(1);
        _clock.Advance(ClosingWatch.Throttle);
        await _looked.WaitAsync(Cancellation);

        // The pause after the second look ends without a third, since nothing was told meanwhile.
        _clock.Advance(ClosingWatch.Throttle);
        _looks.ShouldBe(2);
    }

    [Fact]
    public async Task What_nobody_tells_is_found_by_looking_all_the_same()
    {
        _clock.Advance(ClosingWatch.Patience);

        await _looked.WaitAsync(Cancellation);
        _looks.ShouldBe(1);
    }

    [Fact]
    public async Task Another_companys_change_is_none_of_ours()
    {
        _feed.Announce(Theirs);

        // A hint that was taken is looked at before the watch ends, so after its end there is no doubt.
        await _close.CancelAsync();
        await _watch;
        _looks.ShouldBe(0);
    }

    [Fact]
    public async Task A_closed_page_stops_watching()
    {
        await _close.CancelAsync();
        await _watch;

        _feed.Announce(Ours);
        _looks.ShouldBe(0);
    }

    [Fact]
    public async Task What_goes_wrong_in_a_look_reaches_the_page()
    {
        var broken = new ClosingWatch(_feed, _clock).RunAsync(
            _ => true, _ => throw new InvalidDataException(), _close.Token);

        _feed.Announce(Ours);

        await Should.ThrowAsync<InvalidDataException>(broken);
    }

    public void Dispose()
    {
        _close.Cancel();
        _close.Dispose();
        _looked.Dispose();
    }
}

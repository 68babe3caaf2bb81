using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

/// <summary>Who may send when.</summary>
public sealed class QuotaTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = A.Clock();

    [Fact]
    public async Task A_permit_counts_for_a_window_from_when_it_is_given_back()
    {
        var quota = Of(1);
        var first = await Take(quota);
        _clock.Advance(TimeSpan.FromSeconds(20));
        first.Dispose();

        var second = Take(quota);
        _clock.Advance(TimeSpan.FromSeconds(59));
        second.IsCompleted.ShouldBeFalse("the server may have counted the first just before it answered");
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await second).Dispose();
    }

    [Fact]
    public async Task A_permit_that_is_out_keeps_its_place_however_long()
    {
        var quota = Of(1);
        using var first = await Take(quota);
        var second = Take(quota);

        _clock.Advance(TimeSpan.FromHours(1));

        second.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Permits_are_given_in_the_order_they_were_asked_for()
    {
        var quota = Of(2);
        (await Take(quota)).Dispose();
        (await Take(quota)).Dispose();
        var order = new List<int>();
        var waiting = Enumerable.Range(1, 4).Select(async number =>
        {
            using var permit = await Take(quota);
            order.Add(number);
        }).ToList();

        for (var window = 0; window < 3; window++)
        {
            _clock.Advance(_minute);
            await Task.Yield();
        }

        await Task.WhenAll(waiting[0], waiting[1]);
        order[..2].ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task Searches_have_a_tenth_and_no_more_while_work_goes_on()
    {
        var quota = Of(20);
        using var one = await Take(quota, QuotaUse.Search);
        using var two = await Take(quota, QuotaUse.Search);

        Take(quota, QuotaUse.Search).IsCompleted.ShouldBeFalse();
        (await Take(quota)).Dispose();
    }

    [Fact]
    public async Task A_search_goes_before_work_that_waits()
    {
        var quota = Of(10);
        var out10 = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Take(quota)));
        var work = Take(quota);
        var search = Take(quota, QuotaUse.Search);

        out10[0].Dispose();
        _clock.Advance(_minute);

        (await search).Dispose();
        work.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Refused_by_the_server_nobody_gets_any_until_the_time_is_over()
    {
        var quota = Of(10);
        quota.CloseFor(TimeSpan.FromSeconds(55));
        var waiting = Take(quota);

        _clock.Advance(TimeSpan.FromSeconds(54));
        waiting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await waiting).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nobodys_place()
    {
        var quota = Of(1);
        var first = await Take(quota);
        using var impatient = new CancellationTokenSource();
        var gone = quota.TakeAsync(QuotaUse.Work, impatient.Token);
        var stays = Take(quota);

        await impatient.CancelAsync();
        first.Dispose();
        _clock.Advance(_minute);

        await Should.ThrowAsync<OperationCanceledException>(gone);
        (await stays).Dispose();
    }

    [Fact]
    public async Task A_permit_given_back_twice_is_given_back_once()
    {
        var quota = Of(1);
        var permit = await Take(quota);
        permit.Dispose();
        permit.Dispose();
        _clock.Advance(_minute);

        using var next = await Take(quota);
        Take(quota).IsCompleted.ShouldBeFalse();
    }

    private Quota Of(int permits) => new(permits, _minute, _clock);

    private static Task<IDisposable> Take(Quota quota, QuotaUse use = QuotaUse.Work) => quota.TakeAsync(use, CancellationToken.None);
}

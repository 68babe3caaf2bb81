using SpirisSandbox.Faults;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Faults;

/// <summary>What a socket sees of a connection that a fault ends.</summary>
public sealed class ConnectionTests : SandboxTest
{
    private int Booked => Sandbox.State.Company(Restaurang).Vouchers.Count;

    [Fact]
    public async Task Without_a_fault_the_connection_stays_open_for_the_next_request()
    {
        using var connection = await PostedAsync();
        (await connection.ReadBodyAsync(1, Stop)).ShouldNotBeEmpty();
        await connection.PostVoucherAsync(Sandbox.AccessToken(Restaurang), Stop);
        await connection.ReadBodyAsync(1, Stop);

        Booked.ShouldBe(2);
    }

    [Theory]
    [InlineData(Cut.Reset, Ending.Reset)]
    [InlineData(Cut.Close, Ending.Closed)]
    internal async Task A_lost_request_ends_without_a_byte_and_without_the_work(Cut by, Ending ending)
    {
        Strike(new LoseRequest(by));

        (await AnswerAsync()).ShouldBe(new RawAnswer("", ending));
        Booked.ShouldBe(0);
    }

    [Theory]
    [InlineData(Cut.Reset, Ending.Reset)]
    [InlineData(Cut.Close, Ending.Closed)]
    internal async Task A_lost_answer_ends_without_a_byte_and_with_the_work(Cut by, Ending ending)
    {
        Strike(new LoseAnswer(by));

        (await AnswerAsync()).ShouldBe(new RawAnswer("", ending));
        Booked.ShouldBe(1);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task What_has_no_body_is_repeated_by_NETs_client_after_a_close_and_not_after_a_reset(string method)
    {
        Sandbox.Faults.Next(method, "/v2/vouchers", new LoseAnswer(Cut.Close));
        await Api.SendAsync(new HttpMethod(method), "/vouchers");
        Sandbox.Journal.Entries.Count.ShouldBe(2);

        Sandbox.Faults.Next(method, "/v2/vouchers", new LoseAnswer(Cut.Reset));
        await Should.ThrowAsync<HttpRequestException>(() => Api.SendAsync(new HttpMethod(method), "/vouchers"));
        Sandbox.Journal.Entries.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_has_a_body_is_not_repeated_by_NETs_client_after_a_close()
    {
        Strike(new LoseAnswer(Cut.Close));

        await Should.ThrowAsync<HttpRequestException>(() => Api.PostVoucherAsync());

        Booked.ShouldBe(1);
    }

    [Theory]
    [InlineData(Cut.Reset, Ending.Reset)]
    [InlineData(Cut.Close, Ending.Closed)]
    internal async Task A_truncated_body_promises_all_and_sends_half(Cut by, Ending ending)
    {
        Strike(new TruncateBody(By: by));

        var answer = await AnswerAsync();

        answer.Text.ShouldStartWith("HTTP/1.1 201 Created\r\n");
        answer.Body.Length.ShouldBe(answer.PromisedLength() / 2);
        answer.Body.ShouldStartWith("{\"Id\":");
        answer.Ending.ShouldBe(ending);
        Booked.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(3, "{\"I")]
    public async Task A_body_is_truncated_where_the_order_says(int bytes, string body)
    {
        Strike(new TruncateBody(bytes));

        (await AnswerAsync()).Body.ShouldBe(body);
    }

    [Fact]
    public async Task A_body_that_is_to_be_longer_than_it_is_lacks_its_last_byte()
    {
        Strike(new TruncateBody(int.MaxValue));

        var answer = await AnswerAsync();

        answer.Body.Length.ShouldBe(answer.PromisedLength() - 1);
    }

    [Fact]
    public async Task A_truncated_answer_is_in_the_journal_with_the_status_that_got_out()
    {
        Strike(new TruncateBody());
        await AnswerAsync();

        var entry = Sandbox.Journal.Entries.ShouldHaveSingleItem();

        (entry.Status, entry.Fault, entry.ConnectionWasCut).ShouldBe((201, "TruncateBody", true));
    }

    [Fact]
    public async Task A_slow_drip_sends_a_byte_for_each_tick_of_the_sandbox_clock()
    {
        Strike(new SlowDrip(Seconds: 5));
        using var connection = await PostedAsync();

        (await connection.ReadBodyAsync(1, Stop)).ShouldBe("{");
        (await Time.TimerSetAsync(Stop)).ShouldBe(TimeSpan.FromSeconds(5));
        connection.Unread.ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(5));
        (await connection.ReadMoreAsync(1, Stop)).ShouldBe("\"");
        await Time.TimerSetAsync(Stop);
        connection.Unread.ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(5));
        (await connection.ReadMoreAsync(1, Stop)).ShouldBe("I");
    }

    [Fact]
    public async Task A_slow_drip_of_many_bytes_comes_to_its_end()
    {
        Strike(new SlowDrip(Seconds: 1, Bytes: 400));
        var answer = Api.PostVoucherAsync();
        while (!answer.IsCompleted && await Task.WhenAny(answer, Time.TimerSetAsync(Stop)) != answer)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await answer).Json["NumberAndNumberSeries"]!.ToString().ShouldBe("A1");
        (Time.GetUtcNow() - Time.Start).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_delayed_request_is_cut_and_never_done_when_the_sandbox_stops()
    {
        var time = new WatchedTime(Time.Start);
        var stopped = await Sandbox.StartAsync(time: time, cancellation: Stop);
        stopped.Faults.Next("POST", "/v2/vouchers", new Delay(Seconds: 30));
        using var connection = new RawConnection(stopped.Address);
        await connection.PostVoucherAsync(stopped.AccessToken(Restaurang), Stop);
        await time.TimerSetAsync(Stop);

        await stopped.DisposeAsync();

        (await connection.ReadToEndAsync(Stop)).ShouldBe(new RawAnswer("", Ending.Reset));
    }

    private void Strike(Fault fault) => Sandbox.Faults.Next("POST", "/v2/vouchers", fault);

    private async Task<RawAnswer> AnswerAsync()
    {
        using var connection = await PostedAsync();
        return await connection.ReadToEndAsync(Stop);
    }

    private async Task<RawConnection> PostedAsync()
    {
        var connection = new RawConnection(Sandbox.Address);
        await connection.PostVoucherAsync(Sandbox.AccessToken(Restaurang), Stop);
        return connection;
    }
}

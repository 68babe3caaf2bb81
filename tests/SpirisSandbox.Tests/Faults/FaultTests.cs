using System.Net;
using SpirisSandbox.Faults;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Faults;

public sealed class FaultTests : SandboxTest
{
    private const string Path = "/v2/vouchers";

    private int Booked => Sandbox.State.Company(Restaurang).Vouchers.Count;

    [Fact]
    public async Task A_lost_request_books_nothing()
    {
        Strike(new LoseRequest());

        await Should.ThrowAsync<HttpRequestException>(() => Api.PostVoucherAsync());
        Booked.ShouldBe(0);
    }

    [Fact]
    public async Task A_lost_answer_has_booked()
    {
        Strike(new LoseAnswer());

        await Should.ThrowAsync<HttpRequestException>(() => Api.PostVoucherAsync());
        Booked.ShouldBe(1);
        (await Api.PostVoucherAsync()).Json["NumberAndNumberSeries"]!.ToString().ShouldBe("A2");
    }

    [Fact]
    public async Task An_answer_before_the_work_books_nothing()
    {
        Strike(new AnswerBefore(503));

        (await Api.PostVoucherAsync()).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Booked.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_after_the_work_has_booked()
    {
        Strike(new AnswerAfter(500));

        var answer = await Api.PostVoucherAsync();

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.ContentType.ShouldBe("text/html");
        Booked.ShouldBe(1);
    }

    [Fact]
    public async Task A_delay_waits_on_the_sandbox_clock()
    {
        Strike(new Delay(30));
        var answer = Api.PostVoucherAsync();
        await Time.TimerSetAsync(Stop);
        Time.Advance(TimeSpan.FromSeconds(29));
        Booked.ShouldBe(0);

        Time.Advance(TimeSpan.FromSeconds(1));
        (await answer).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_late_commit_answers_504_and_books_when_its_time_has_come()
    {
        Strike(new CommitLate(20));

        (await Api.PostVoucherAsync()).Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        Booked.ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(20));
        await Sandbox.LateWork.Finished;
        Booked.ShouldBe(1);
    }

    [Fact]
    public async Task A_truncated_body_ends_in_the_middle()
    {
        Strike(new TruncateBody());

        await Should.ThrowAsync<HttpRequestException>(() => Api.PostVoucherAsync());
        Booked.ShouldBe(1);
    }

    [Fact]
    public async Task A_garbled_body_is_no_json()
    {
        Strike(new GarbleBody());

        var answer = await Api.PostVoucherAsync();

        answer.Status.ShouldBe(HttpStatusCode.Created);
        Should.Throw<System.Text.Json.JsonException>(() => answer.Json);
    }

    [Fact]
    public async Task Duplicated_work_books_twice_and_answers_once()
    {
        Strike(new DuplicateWork());

        (await Api.PostVoucherAsync()).Json["NumberAndNumberSeries"]!.ToString().ShouldBe("A2");
        Booked.ShouldBe(2);
    }

    [Fact]
    public async Task A_hidden_voucher_is_in_no_list_until_it_is_old_enough()
    {
        Sandbox.Faults.Add(new FaultRule { Method = "GET", Path = Path, Times = null, Fault = new HideRecent(60) });
        await Api.PostVoucherAsync();

        (await Api.GetAsync("/vouchers")).Records.ShouldBeEmpty();
        Time.Advance(TimeSpan.FromSeconds(61));
        (await Api.GetAsync("/vouchers")).Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_storm_of_429_and_a_401_leave_the_books_alone()
    {
        Sandbox.Faults.Add(new FaultRule { Path = Path, Times = 2, Fault = new TooManyRequests(7) });
        Strike(new Unauthorised());

        (await Api.PostVoucherAsync()).Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        (await Api.PostVoucherAsync()).Code.ShouldBe(4010);
        (await Api.PostVoucherAsync()).Code.ShouldBe(4005);
        (await Api.PostVoucherAsync()).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_token_endpoint_can_fail_too()
    {
        var refreshToken = (string)(await Client.TokensAsync())["refresh_token"]!;
        Sandbox.Faults.Next("POST", "/connect/token", new InvalidGrant());

        var answer = await Client.RefreshAsync(refreshToken);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("""{"error":"invalid_grant"}""");
        (await Client.RefreshAsync(refreshToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Chance_with_a_seed_strikes_the_same_requests_each_time()
    {
        (await RunAsync()).ShouldBe(await RunAsync());

        async Task<string> RunAsync()
        {
            Sandbox.Faults.Clear();
            Sandbox.Faults.Add(new FaultRule
            {
                Path = Path, Times = null, Probability = 0.5, Seed = 4, Fault = new AnswerBefore(503),
            });
            var answers = new List<int>();
            for (var request = 0; request < 20; request++)
            {
                answers.Add((int)(await Api.GetAsync("/vouchers")).Status);
            }

            answers.Distinct().Count().ShouldBe(2);
            return string.Join(' ', answers);
        }
    }

    [Theory]
    [InlineData("""{"kind":"loseAnswer"}""")]
    [InlineData("""{"kind":"answerBefore","status":503}""")]
    [InlineData("""{"kind":"commitLate","seconds":5}""")]
    [InlineData("""{"kind":"hideRecent","seconds":5}""")]
    [InlineData("""{"kind":"truncateBody","bytes":10,"by":"reset"}""")]
    [InlineData("""{"kind":"slowDrip","seconds":0.5}""")]
    [InlineData("""{"kind":"revokeConsent"}""")]
    [InlineData("""{"kind":"clockSkew","seconds":-90}""")]
    public async Task A_fault_is_ordered_over_HTTP_as_in_the_library(string fault)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        using var order = new StringContent(
            $$"""{"method":"POST","path":"/v2/vouchers","times":3,"fault":{{fault}}}""");

        var answer = await http.PostAsync("/__sandbox/faults", order, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Sandbox.Faults.Waiting.ShouldHaveSingleItem().Times.ShouldBe(3);
        (await http.DeleteAsync("/__sandbox/faults", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Sandbox.Faults.Waiting.ShouldBeEmpty();
    }

    private void Strike(Fault fault) => Sandbox.Faults.Next("POST", Path, fault);
}

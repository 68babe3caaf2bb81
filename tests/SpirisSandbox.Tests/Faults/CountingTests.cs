using System.Net;
using SpirisSandbox.Faults;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Faults;

/// <summary>Which requests a rule strikes: once, a number of times, all, or by chance.</summary>
public sealed class CountingTests : SandboxTest
{
    private const int Struck = 418;

    [Fact]
    public async Task A_one_shot_fault_strikes_once()
    {
        Sandbox.Faults.Next("GET", "/v2/vouchers", new AnswerBefore(Struck));

        (await AnswersAsync(3)).ShouldBe("x..");
        Sandbox.Faults.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_counted_fault_strikes_that_often_and_tells_what_is_left()
    {
        Add(times: 3);

        (await AnswersAsync(2)).ShouldBe("xx");
        Sandbox.Faults.Waiting.ShouldHaveSingleItem().Times.ShouldBe(1);
        (await AnswersAsync(3)).ShouldBe("x..");
    }

    [Fact]
    public async Task A_fault_without_a_count_strikes_until_it_is_cleared()
    {
        Add(times: null);

        (await AnswersAsync(5)).ShouldBe("xxxxx");
        Sandbox.Faults.Clear();
        (await AnswersAsync(2)).ShouldBe("..");
    }

    [Fact]
    public async Task Faults_wait_in_line_and_strike_one_after_the_other()
    {
        Add(times: 1);
        Sandbox.Faults.Next("GET", "/v2/vouchers", new AnswerBefore(503));

        (await Api.GetAsync("/vouchers")).Status.ShouldBe((HttpStatusCode)Struck);
        (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await AnswersAsync(1)).ShouldBe(".");
    }

    [Fact]
    public async Task A_fault_of_one_operation_leaves_the_others_alone()
    {
        Add(times: null);

        (await Api.GetAsync("/companysettings")).Status.ShouldBe(HttpStatusCode.OK);
        (await Api.PostVoucherAsync()).Status.ShouldBe(HttpStatusCode.Created);
        (await AnswersAsync(1)).ShouldBe("x");
    }

    [Fact]
    public async Task Chance_repeats_itself_with_its_seed_and_not_with_another()
    {
        var first = await ByChanceAsync(seed: 4);

        first.Distinct().Count().ShouldBe(2);
        (await ByChanceAsync(seed: 4)).ShouldBe(first);
        (await ByChanceAsync(seed: 5)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Chance_counts_only_what_it_strikes()
    {
        Add(times: 2, probability: 0.3, seed: 2);

        var answers = await AnswersAsync(30);

        answers.Count(answer => answer == 'x').ShouldBe(2);
        answers.ShouldNotStartWith("xx");
    }

    private Task<string> ByChanceAsync(int seed)
    {
        Sandbox.Faults.Clear();
        Add(times: null, probability: 0.5, seed);
        return AnswersAsync(20);
    }

    private void Add(int? times, double probability = 1, int seed = 0) => Sandbox.Faults.Add(new FaultRule
    {
        Method = "GET",
        Path = "/v2/vouchers",
        Times = times,
        Probability = probability,
        Seed = seed,
        Fault = new AnswerBefore(Struck),
    });

    // x for a request that was struck, a dot for one that was let through.
    private async Task<string> AnswersAsync(int requests)
    {
        var answers = new char[requests];
        for (var request = 0; request < requests; request++)
        {
            answers[request] = (int)(await Api.GetAsync("/vouchers")).Status == Struck ? 'x' : '.';
        }

        return new string(answers);
    }
}

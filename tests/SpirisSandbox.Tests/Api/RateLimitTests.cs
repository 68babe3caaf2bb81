using System.Net;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Api;

public sealed class RateLimitTests : SandboxTest
{
    private protected override SandboxOptions Options => new() { RateLimit = new() { RequestsPerMinute = 3 } };

    [Fact]
    public async Task Too_many_requests_are_told_in_the_documented_words()
    {
        await UseUpAsync();
        Time.Advance(TimeSpan.FromSeconds(5));

        var answer = await Api.GetAsync("/vouchers");

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Text.ShouldBe(
            """{"ErrorCode":4010,"DeveloperErrorMessage":"API calls quota exceeded! maximum admitted 3 per Minute. """
            + "Try again in 55 seconds.\",\"ErrorId\":\"00000000-0000-0000-0000-000000000000\"}");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(55));
    }

    [Fact]
    public async Task The_limit_is_per_endpoint_and_is_over_after_a_minute()
    {
        await UseUpAsync();

        (await Api.GetAsync("/accounts")).Status.ShouldBe(HttpStatusCode.OK);
        (await Api.PostVoucherAsync()).Status.ShouldBe(HttpStatusCode.Created);
        Time.Advance(TimeSpan.FromMinutes(1));
        (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task UseUpAsync()
    {
        for (var request = 0; request < 3; request++)
        {
            (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.OK);
        }
    }
}

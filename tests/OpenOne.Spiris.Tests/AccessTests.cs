using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

/// <summary>What happens when Spiris does not take the access token.</summary>
public sealed class AccessTests
{
    private const string NotAuthorized = """
        {"ErrorCode":4005,
         "DeveloperErrorMessage":"AuthorizationException - Authorization has been denied for this request."}
        """;

    private readonly List<string?> _refused = [];

    [Fact]
    public async Task S51_a_refused_token_is_exchanged_once_and_the_voucher_sent_once_more()
    {
        await using var server = RawServer.Answering(Http.Answer(401, NotAuthorized), PostingTests.Created());

        (await PostAsync(server, Open("old"), Open("new"))).ShouldBeOfType<Posting.Booked>();

        server.Requests.Select(request => request.Header("Authorization")).ShouldBe(["Bearer old", "Bearer new"]);
        server.Requests[0].Body.ShouldBe(server.Requests[1].Body);
        _refused.ShouldBe([null, "old"]);
    }

    [Fact]
    public async Task The_guard_is_asked_again_before_the_second_send()
    {
        await using var server = RawServer.Answering(Http.Answer(401, NotAuthorized), PostingTests.Created());
        using var connection = A.Connection(server.Address);
        var asked = 0;

        // Between the two the process froze, or the refresh took long: the claim has run out.
        (await A.Accounting(connection).PostAsync("{}"u8.ToArray(), () => ++asked == 1, CancellationToken.None))
            .ShouldBeOfType<Posting.Unavailable>();

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_refusals_mean_that_access_is_lost()
    {
        await using var server = RawServer.Answering(Http.Answer(401, NotAuthorized), Http.Answer(401, NotAuthorized));

        (await PostAsync(server, Open("old"), Open("new"))).ShouldBeOfType<Posting.AccessLost>()
            .Problem.ShouldContain("Authorization has been denied");

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_fresh_token_that_reads_like_the_refused_one_is_tried_once_and_no_more()
    {
        await using var server = RawServer.Answering(_ => Http.Answer(401, ""));

        (await PostAsync(server, Open("old"), Open("old"))).ShouldBeOfType<Posting.AccessLost>();

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task S49_a_grant_that_is_gone_means_that_access_is_lost()
    {
        await using var server = RawServer.Answering(Http.Answer(401, NotAuthorized));

        (await PostAsync(server, Open("old"), new SpirisAccess.Lost("invalid_grant")))
            .ShouldBe(new Posting.AccessLost("invalid_grant"));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_access_nothing_is_sent()
    {
        await using var server = RawServer.Answering();

        (await PostAsync(server, new SpirisAccess.Lost("Never authorised.")))
            .ShouldBe(new Posting.AccessLost("Never authorised."));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_tokens_cannot_be_refreshed_nothing_is_sent_and_it_is_tried_later()
    {
        await using var server = RawServer.Answering();
        var wait = TimeSpan.FromSeconds(9);

        (await PostAsync(server, new SpirisAccess.Unavailable("No answer.", wait)))
            .ShouldBe(new Posting.Unavailable("No answer.", wait));

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_refusal_a_token_that_cannot_be_refreshed_just_now_is_tried_later()
    {
        await using var server = RawServer.Answering(Http.Answer(401, NotAuthorized));

        (await PostAsync(server, Open("old"), new SpirisAccess.Unavailable("No answer.")))
            .ShouldBeOfType<Posting.Unavailable>();
    }

    [Fact]
    public async Task The_second_answer_is_the_one_that_counts()
    {
        await using var server = RawServer.Answering(Http.Answer(401, NotAuthorized), Http.Answer(502, ""));

        (await PostAsync(server, Open("old"), Open("new"))).ShouldBeOfType<Posting.Uncertain>();
    }

    [Fact]
    public async Task What_breaks_in_the_source_of_tokens_is_not_hidden()
    {
        using var connection = A.Connection(RawServer.NobodyThere());
        var accounting = new SpirisAccounting(
            connection, (_, _) => throw new InvalidOperationException("The database is gone."));

        await Should.ThrowAsync<InvalidOperationException>(accounting.PostVoucherAsync);
    }

    private static SpirisAccess Open(string token) => new SpirisAccess.Open(Secret.Of(token));

    private async Task<Posting> PostAsync(RawServer server, params SpirisAccess[] answers)
    {
        using var connection = A.Connection(server.Address);
        var accounting = new SpirisAccounting(connection, (refused, _) =>
        {
            _refused.Add(refused?.Reveal());
            return Task.FromResult(answers[_refused.Count - 1]);
        });
        return await accounting.PostVoucherAsync();
    }
}

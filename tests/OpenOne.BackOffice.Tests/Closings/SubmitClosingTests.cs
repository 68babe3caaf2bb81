using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Closings;

/// <summary>Each row of the closing contract's table of answers, over the wire.</summary>
public sealed class SubmitClosingTests : IAsyncLifetime
{
    private const string Krogen = "559998-1239";
    private const string Restaurang = "559999-9991";

    private BackOfficeServer _server = null!;
    private Till _till = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await BackOfficeServer.StartAsync();
        _till = _server.Till(Restaurang);
    }

    public async ValueTask DisposeAsync()
    {
        _till.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_new_closing_is_accepted_and_safe()
    {
        var answer = await _till.SubmitAsync(Z1284());

        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        answer.Location!.OriginalString.ShouldBe("/api/v1/closings/EXEMPEL1/1284");
        answer.Body.ToJsonString().ShouldBe(
            """{"register":"EXEMPEL1","zNumber":1284,"businessDate":"2026-11-20","state":"received","reasons":[],"voucher":null}""");
        (await _till.AskAsync("EXEMPEL1", 1284)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_bytes_are_kept_as_they_came()
    {
        var document = Encoding.UTF8.GetBytes(Z1284().ToJsonString() + "\n  ");
        await _till.SubmitAsync(document);

        var kept = await _server.ReadAsync(db => db.Closings.SingleAsync());
        kept.Document.ShouldBe(document);
        kept.DocumentHash.ShouldBe(System.Security.Cryptography.SHA256.HashData(document));
    }

    [Fact]
    public async Task The_same_closing_again_changes_nothing_whatever_its_white_space_and_the_order_of_its_keys()
    {
        await _till.SubmitAsync(Z1284());
        var reordered = new JsonObject(Z1284().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        var answer = await _till.SubmitAsync(reordered.ToJsonString(new() { WriteIndented = true }));

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body["zNumber"]!.GetValue<int>().ShouldBe(1284);
        (await _server.ReadAsync(db => db.Closings.CountAsync())).ShouldBe(1);
        (await _server.ReadAsync(db => db.ConflictingClosings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task S54_many_tills_that_send_the_same_closing_at_once_store_it_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _till.SubmitAsync(Z1284())));

        answers.Count(answer => answer.Status == HttpStatusCode.Accepted).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(15);
        (await _server.ReadAsync(db => db.Deliveries.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task S55_the_same_number_with_other_content_is_a_conflict_and_both_documents_are_kept()
    {
        await _till.SubmitAsync(Z1284());
        var other = Z1284();
        other["closedAt"] = "2026-11-21T02:47:11+01:00";

        var answers = new[] { await _till.SubmitAsync(other), await _till.SubmitAsync(other) };

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Conflict && answer.Problem == "/problems/closing-changed");
        (await _server.ReadAsync(db => db.Closings.SingleAsync())).Document.ShouldBe(Encoding.UTF8.GetBytes(Z1284().ToJsonString()));
        (await _server.ReadAsync(db => db.ConflictingClosings.SingleAsync())).Document.ShouldBe(Encoding.UTF8.GetBytes(other.ToJsonString()));
    }

    [Fact]
    public async Task S59_a_closing_that_is_off_by_one_ore_is_refused_with_the_difference()
    {
        var closing = Z1284();
        closing["payments"]![0]!["amount"] = 49812.41m;

        var answer = await _till.SubmitAsync(closing);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Type.ShouldBe("application/problem+json");
        answer.Problem.ShouldBe("/problems/does-not-reconcile");
        var difference = answer.Body["differences"]!.AsArray().ShouldHaveSingleItem()!;
        difference["rule"]!.GetValue<int>().ShouldBe(2);
        difference["difference"]!.GetValue<decimal>().ShouldBe(0.01m);
        (await NothingStoredAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_valid_key_nothing_is_taken_in()
    {
        using var stranger = new Till(_server.Address, null);
        using var guesser = new Till(_server.Address, "oo_live_0000000000000000000000000000000000000000");

        foreach (var answer in new[] { await stranger.SubmitAsync(Z1284()), await guesser.SubmitAsync(Z1284()) })
        {
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Problem.ShouldBe("/problems/key-missing");
        }
    }

    [Fact]
    public async Task S70_a_revoked_key_is_refused_at_once()
    {
        await _till.SubmitAsync(Z1284());
        await _server.ReadAsync(db => db.ApiKeys.ExecuteUpdateAsync(
            set => set.SetProperty(key => key.RevokedAt, DateTimeOffset.UnixEpoch)));

        (await _till.AskAsync("EXEMPEL1", 1284)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_key_of_another_company_is_refused_for_a_register_that_is_not_its_own()
    {
        using var neighbour = _server.Till(Krogen);
        await _till.SubmitAsync(Z1284());

        var submitted = await neighbour.SubmitAsync(Z1284());
        var asked = await neighbour.AskAsync("EXEMPEL1", 1284);

        submitted.Status.ShouldBe(HttpStatusCode.Forbidden);
        asked.Status.ShouldBe(HttpStatusCode.Forbidden);
        submitted.Problem.ShouldBe("/problems/key-of-another-company");
    }

    [Fact]
    public async Task A_closing_of_another_company_on_a_register_of_ours_is_refused_by_rule_six()
    {
        var closing = Z1284();
        closing["organisationNumber"] = Krogen;

        var answer = await _till.SubmitAsync(closing);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Body["differences"]![0]!["rule"]!.GetValue<int>().ShouldBe(6);
    }

    [Fact]
    public async Task A_closing_that_nobody_sent_is_not_found()
    {
        var answer = await _till.AskAsync("EXEMPEL1", 9);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Problem.ShouldBe("/problems/closing-not-found");
    }

    [Fact]
    public async Task A_company_that_is_not_set_up_has_its_closing_held_with_every_reason_at_once()
    {
        await _till.SubmitAsync(Z1284());

        var answer = await _server.UntilAsync(_till, "EXEMPEL1", 1284, state => state != "received");

        answer.State.ShouldBe("held");
        answer.Body["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).ShouldBe(
            ["sync-sales-off", "accounting-from-not-set", "series-not-set", "not-authorised"]);
        answer.Body["reasons"]!.AsArray().ShouldAllBe(reason => ((string)reason!["remedy"]!).Length > 10);
    }

    [Fact]
    public async Task The_type_of_a_problem_is_the_address_of_its_page()
    {
        var answer = await _till.SubmitAsync("[]");
        using var http = new HttpClient { BaseAddress = _server.Address };

        var page = await http.GetStringAsync(new Uri(answer.Problem, UriKind.Relative), TestContext.Current.CancellationToken);

        page.ShouldStartWith("# Not a closing");
        (await http.GetAsync(new Uri("/problems/no-such-page", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("POST", "/api/v1/closings", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/api/v1/invoices", "application/xml", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PUT", "/api/v1/closings", "application/json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/v1/nothing", "application/json", HttpStatusCode.MethodNotAllowed)]
    public async Task What_the_API_has_no_answer_for_is_said_by_its_status_and_never_leads_to_a_page(
        string method, string path, string contentType, HttpStatusCode expected)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new StringContent("{}", System.Text.Encoding.UTF8, contentType),
        };

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(expected);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        using var http = new HttpClient { BaseAddress = _server.Address };

        var document = JsonNode.Parse(await http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!;

        document["paths"]!.AsObject().Select(path => path.Key).ShouldBe(
            [
                "/api/v1/closings", "/api/v1/closings/{register}/{zNumber}", "/api/v1/product-groups", "/api/v1/readiness",
                "/api/v1/customers", "/api/v1/customers/{id}", "/api/v1/invoices", "/api/v1/invoices/{register}/{receiptNumber}",
                "/api/v1/sie-exports", "/api/v1/sie-exports/{number}",
            ],
            ignoreOrder: true);
    }

    private static JsonObject Z1284() => ClosingWire.Of(MadeUpEvening.Z1284.Report);

    private Task<bool> NothingStoredAsync() => _server.ReadAsync(async db =>
        !await db.Closings.AnyAsync() && !await db.Deliveries.AnyAsync() && !await db.ConflictingClosings.AnyAsync());
}

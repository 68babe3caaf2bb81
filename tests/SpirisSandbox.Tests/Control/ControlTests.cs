using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SpirisSandbox.Faults;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Control;

public sealed class ControlTests : SandboxTest
{
    [Fact]
    public async Task The_ledger_tells_every_company_and_what_it_has_booked()
    {
        await Api.PostVoucherAsync(99.9m, text: "Dagskassa Z 1284");

        var companies = (await GetAsync("/ledger"))["companies"]!.AsArray();

        companies.Select(company => (string)company!["organisationNumber"]!)
            .ShouldBe(["559997-4564", Krogen, Restaurang]);
        var voucher = companies[2]!["vouchers"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)voucher["numberAndSeries"]!).ShouldBe("A1");
        ((string)voucher["date"]!).ShouldBe("2026-11-20");
        ((string)voucher["text"]!).ShouldBe("Dagskassa Z 1284");
        voucher["rows"]!.ToJsonString().ShouldBe(
            """[{"account":1910,"debit":99.9,"credit":0,"text":null},"""
            + """{"account":3004,"debit":0,"credit":99.9,"text":"mat"}]""");
    }

    [Fact]
    public async Task The_journal_has_each_request_with_its_status_its_body_and_its_fault()
    {
        Sandbox.Faults.Next("POST", "/v2/vouchers", new LoseAnswer());
        await Should.ThrowAsync<HttpRequestException>(() => Api.PostVoucherAsync(query: "?useDefaultVatCodes=true"));
        await Client.RefreshAsync("guess");

        var lost = Sandbox.Journal.Entries[0];
        (lost.Method, lost.Path, lost.Query, lost.Status)
            .ShouldBe(("POST", "/v2/vouchers", "?useDefaultVatCodes=true", null));
        lost.Fault.ShouldBe("LoseAnswer");
        lost.ConnectionWasCut.ShouldBeTrue();
        lost.Body!.ShouldContain("Dagskassa");
        var token = Sandbox.Journal.Entries[1];
        (token.Path, token.Status, token.Body).ShouldBe(("/connect/token", 400, null));
        (await GetAsync("/journal")).AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_clock_can_be_moved()
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        using var offset = new StringContent("""{"offsetSeconds":86400}""", Encoding.UTF8, "application/json");

        await http.PutAsync("/__sandbox/clock", offset, Stop);

        ((string)(await GetAsync("/clock"))["now"]!).ShouldStartWith("2026-11-21T09:00:00");
        (await new ApiClient(Sandbox.Address, Sandbox.AccessToken(Restaurang)).PostVoucherAsync())
            .Json["CreatedUtc"]!.ToString().ShouldStartWith("2026-11-21");
    }

    [Fact]
    public async Task A_reset_leaves_the_demo_data_and_nothing_else()
    {
        await Api.PostVoucherAsync();
        using var http = new HttpClient { BaseAddress = Sandbox.Address };

        (await http.PostAsync("/__sandbox/reset", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        Sandbox.State.Company(Restaurang).Vouchers.Count.ShouldBe(0);
        Sandbox.Journal.Entries.ShouldBeEmpty();
        (await Api.GetAsync("/vouchers")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = As(Restaurang);
        (await again.PostVoucherAsync()).Json["NumberAndNumberSeries"]!.ToString().ShouldBe("A1");
    }

    [Theory]
    [InlineData("""{"fault":{"kind":"noSuchFault"}}""")]
    [InlineData("""{"times":0,"fault":{"kind":"loseAnswer"}}""")]
    [InlineData("""{"probability":1.1,"fault":{"kind":"loseAnswer"}}""")]
    [InlineData("""{"fault":{"kind":"delay","seconds":-1}}""")]
    [InlineData("""{"fault":{"kind":"answerBefore","status":99}}""")]
    [InlineData("""{"fault":{"kind":"slowDrip","seconds":1,"bytes":0}}""")]
    [InlineData("""{"fault":{"kind":"truncateBody","by":"sawing"}}""")]
    public async Task An_order_that_makes_no_sense_is_told_so(string order)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        using var body = new StringContent(order);

        (await http.PostAsync("/__sandbox/faults", body, Stop)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Sandbox.Faults.Waiting.ShouldBeEmpty();
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        return JsonNode.Parse(await http.GetStringAsync("/__sandbox" + path, Stop))!;
    }
}

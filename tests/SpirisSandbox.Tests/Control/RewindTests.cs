using System.Net;
using System.Text;
using SpirisSandbox.Demo;
using SpirisSandbox.Faults;
using SpirisSandbox.Tests.Driving;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Tests.Control;

/// <summary>Snapshots, the way back to them, and vouchers made up.</summary>
public sealed class RewindTests : SandboxTest
{
    [Fact]
    public async Task A_snapshot_gives_back_books_numbers_and_grants()
    {
        var tokens = await Client.TokensAsync();
        await Api.PostVoucherAsync();
        var taken = Sandbox.Rewind.Take();
        await Api.PostVoucherAsync();
        Sandbox.State.Grants.RevokeAll();

        Sandbox.Rewind.To(taken);

        (await Api.GetAsync("/vouchers")).Records.Count.ShouldBe(1);
        (await Api.PostVoucherAsync()).Json["NumberAndNumberSeries"]!.ToString().ShouldBe("A2");
        (await Client.RefreshAsync((string)tokens["refresh_token"]!)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void A_snapshot_leaves_faults_journal_and_clock_as_they_are()
    {
        var taken = Sandbox.Rewind.Take();
        Sandbox.Faults.Next("GET", "/v2/vouchers", new LoseAnswer());
        Sandbox.Clock.Offset = TimeSpan.FromHours(1);

        Sandbox.Rewind.To(taken);

        Sandbox.Faults.Waiting.ShouldHaveSingleItem();
        Sandbox.Clock.Offset.ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task The_beginning_has_no_fault_no_journal_and_no_offset()
    {
        await Api.PostVoucherAsync();
        Sandbox.Faults.Next("GET", "/v2/vouchers", new LoseAnswer());
        Sandbox.Clock.Offset = TimeSpan.FromHours(1);

        Sandbox.Rewind.ToTheBeginning();

        Sandbox.State.Company(Restaurang).Vouchers.Count.ShouldBe(0);
        Sandbox.Faults.Waiting.ShouldBeEmpty();
        Sandbox.Journal.Entries.ShouldBeEmpty();
        Sandbox.Clock.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Vouchers_are_made_up_over_HTTP_and_stand_in_lists()
    {
        await Api.PostVoucherAsync();

        var (status, told) = await SeedAsync("""{"organisationNumber":"559999-9991","vouchers":120,"seed":7}""");

        status.ShouldBe(HttpStatusCode.OK);
        told.ShouldBe("""{"vouchers":120,"first":"A2","last":"A121"}""");
        (await Api.GetAsync("/vouchers")).Meta("TotalNumberOfResults").ShouldBe(121);
        (await Api.PostVoucherAsync()).Json["NumberAndNumberSeries"]!.ToString().ShouldBe("A122");
    }

    [Fact]
    public void The_same_seed_makes_up_the_same_vouchers()
    {
        Made(seed: 7).ShouldBe(Made(seed: 7));
        Made(seed: 8).ShouldNotBe(Made(seed: 7));
    }

    [Theory]
    [InlineData("""{"organisationNumber":"559999-9991","vouchers":0}""")]
    [InlineData("""{"organisationNumber":"559999-0000","vouchers":1}""")]
    [InlineData("""{"organisationNumber":"559999-9991","vouchers":1,"from":"2027-12-05"}""")]
    [InlineData("null")]
    public async Task What_cannot_be_made_up_is_refused_and_nothing_is_booked(string order)
    {
        (await SeedAsync(order)).Status.ShouldBe(HttpStatusCode.BadRequest);

        Sandbox.State.Company(Restaurang).Vouchers.Count.ShouldBe(0);
    }

    private string Made(int seed)
    {
        Sandbox.Rewind.ToTheBeginning();
        Sandbox.Seed(new MadeUpVouchers(Restaurang, Vouchers: 40, Seed: seed))
            .ShouldBe(new Seeding.Booked(40, "A1", "A40"));
        return string.Join('\n', Sandbox.State.Company(Restaurang).Vouchers.Select(Line));

        static string Line(VoucherApi voucher) => FormattableString.Invariant(
            $"{voucher.VoucherDate:O} {voucher.NumberAndNumberSeries} {voucher.Rows[0].DebitAmount}");
    }

    private async Task<(HttpStatusCode Status, string Told)> SeedAsync(string order)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        using var body = new StringContent(order, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/__sandbox/seed", body, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}

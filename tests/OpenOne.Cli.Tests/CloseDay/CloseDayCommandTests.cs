using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OpenOne.Cli.Tests.CloseDay;

public sealed class CloseDayCommandTests : IDisposable
{
    private readonly CommandLine _cli = new()
    {
        Clock = new SteppingClock(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero)),
    };

    public void Dispose() => _cli.Dispose();

    /// <summary>A seed means the same evening for ever: who changes the generator changes this, knowingly.</summary>
    [Theory]
    [InlineData("cafe", "5cd022575d7566eb")]
    [InlineData("lunch", "d4fc67e789923894")]
    [InlineData("restaurant", "286016c219d453ef")]
    [InlineData("bar", "4de90fb43d60b5da")]
    public async Task A_seed_gives_the_same_bytes_on_every_machine(string house, string fingerprint)
    {
        var ended = await _cli.RunAsync(
            "close-day", "--dry-run", "--seed", "42", "--profile", house, "--date", "2026-11-21");

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ended.Output)))[..16].ShouldBe(fingerprint);
    }

    [Fact]
    public async Task Another_seed_gives_another_evening()
    {
        var one = await _cli.RunAsync("close-day", "--dry-run", "--seed", "1");
        var other = await _cli.RunAsync("close-day", "--dry-run", "--seed", "2");

        one.Output.ShouldNotBe(other.Output);
    }

    [Fact]
    public async Task Without_options_it_is_tonight_at_the_demos_register_and_the_series_goes_on()
    {
        // Three in the morning of the 22nd, in Sweden: the night belongs to the 21st.
        var ended = await _cli.RunAsync("close-day", "--dry-run");

        var closing = ClosingJson.Read(Encoding.UTF8.GetBytes(ended.Output));
        closing.BusinessDate.ShouldBe(new DateOnly(2026, 11, 21));
        closing.ZNumber.ShouldBe(1285);
        (closing.OrganisationNumber, closing.Register).ShouldBe(("559999-9991", "EXEMPEL1"));
    }

    [Fact]
    public async Task Each_option_is_in_the_document()
    {
        var ended = await _cli.RunAsync(
            "close-day", "--dry-run", "--organisation-number", "559998-1239", "--register", "KASSA1",
            "--z", "74", "--date", "2021-05-19");

        var closing = ClosingJson.Read(Encoding.UTF8.GetBytes(ended.Output));
        (closing.OrganisationNumber, closing.Register, closing.ZNumber).ShouldBe(("559998-1239", "KASSA1", 74));
        closing.BusinessDate.ShouldBe(new DateOnly(2021, 5, 19));
    }

    [Fact]
    public async Task A_file_takes_the_place_of_posting()
    {
        var ended = await _cli.RunAsync("close-day", "--out", "closing.json");

        (ended.Code, ended.Output, ended.Error).ShouldBe((0, "", ""));
        _cli.Read("closing.json").ShouldBe((await _cli.RunAsync("close-day", "--dry-run")).Output);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_a_wrong_command_line()
    {
        var ended = await _cli.RunAsync("close-day", "--out", "no/such/directory/closing.json");

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain("cannot be written");
    }

    [Fact]
    public async Task The_closing_is_posted_as_it_would_be_printed()
    {
        await using var server = await BackOfficeStandIn.StartAsync();
        server.StateOf = (_, _) => "booked";

        var ended = await _cli.RunAsync(
            "close-day", "--server", server.Address, "--api-key", BackOfficeStandIn.Key, "--wait", "--json");

        ended.Code.ShouldBe(0);
        var voucher = ended.Json.GetProperty("closings")[0].GetProperty("voucher");
        voucher.GetProperty("number").GetString().ShouldBe("A1285");
        var posted = server.Posted.Single().Body;
        posted.ShouldBe((await _cli.RunAsync("close-day", "--dry-run")).Output);
        JsonElement.Parse(posted).GetProperty("rounding").GetRawText().ShouldMatch(@"^-?\d+\.\d\d$");
    }
}

namespace OpenOne.Cli.Tests.Sending;

public sealed class ClosingFilesTests : IAsyncLifetime
{
    private readonly CommandLine _cli = new();
    private BackOfficeStandIn _server = null!;

    public async ValueTask InitializeAsync() => _server = await BackOfficeStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _cli.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_directory_is_read_in_the_order_a_person_counts()
    {
        _cli.WithFile("evenings/z10.json", Closings.Of(10)).WithFile("evenings/z9.json", Closings.Of(9));
        _cli.WithFile("evenings/notes.txt", "no closing");

        (await SendAsync("evenings", "--concurrency", "1")).Code.ShouldBe(0);

        _server.Posted.Select(post => post.Body).ShouldBe([Closings.Of(9), Closings.Of(10)]);
    }

    [Fact]
    public async Task An_array_is_split_and_each_closing_sent_as_it_stands()
    {
        _cli.WithFile("z.json", $"[ {Closings.Of(1)},\n{Closings.Of(2)} ]");

        (await SendAsync("z.json", "--concurrency", "1")).Code.ShouldBe(0);

        _server.Posted.Select(post => post.Body).ShouldBe([Closings.Of(1), Closings.Of(2)]);
    }

    [Fact]
    public async Task A_dash_is_standard_input()
    {
        var ended = await _cli.RunWithInputAsync(
            Closings.Of(1), "send", "-", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key);

        ended.Code.ShouldBe(0);
        _server.Posted.Single().Body.ShouldBe(Closings.Of(1));
    }

    [Fact]
    public async Task A_closing_that_is_odd_is_sent_all_the_same_so_that_the_server_may_judge()
    {
        _cli.WithFile("odd.json", """{ "register": 7, "zNumber": "x", "sales": [{ "gross": 1e400 }] }""");
        _server.Next(400);

        (await SendAsync("odd.json")).Code.ShouldBe(2);
    }

    [Theory]
    [InlineData("missing.json", "cannot be read"), InlineData("broken.json", "is not JSON")]
    [InlineData("empty.json", "no closing"), InlineData("nothing", "no closing")]
    public async Task A_file_that_cannot_be_sent_stops_the_run_before_the_first_is(string file, string why)
    {
        _cli.WithFile("good.json", Closings.Of(1)).WithFile("broken.json", "{ \"register\": ");
        _cli.WithFile("empty.json", "[]").WithFile("nothing/notes.txt", "");

        var ended = await SendAsync(file is "missing.json" or "broken.json" ? ["good.json", file] : [file]);

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain(why);
        _server.Posted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1), InlineData(3)]
    public async Task As_many_closings_as_allowed_are_on_their_way_together(int concurrency)
    {
        var inside = 0;
        using var full = new SemaphoreSlim(0);
        for (var closing = 0; closing < 12; closing++)
        {
            _server.Next(async context =>
            {
                // The first ones wait for each other, so that all that are allowed do come in together.
                if (Interlocked.Increment(ref inside) == concurrency)
                {
                    full.Release(12);
                }

                await full.WaitAsync(context.RequestAborted);
                context.Response.StatusCode = 422;
            });
        }

        _cli.WithFile("many.json", Closings.Many(12));
        await SendAsync("many.json", "--concurrency", $"{concurrency}");

        _server.MostAtOnce.ShouldBe(concurrency);
        _server.Posted.Count.ShouldBe(12);
    }

    private Task<CommandLine.Ended> SendAsync(params string[] arguments) =>
        _cli.RunAsync(["send", .. arguments, "--server", _server.Address, "--api-key", BackOfficeStandIn.Key]);
}

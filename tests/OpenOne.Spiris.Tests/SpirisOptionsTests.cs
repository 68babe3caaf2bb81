using System.ComponentModel.DataAnnotations;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

public sealed class SpirisOptionsTests
{
    [Fact]
    public void An_id_and_a_secret_are_all_that_the_real_spiris_needs() =>
        ProblemsOf(new() { ClientId = "openone", ClientSecret = "secret" }).ShouldBeEmpty();

    [Theory]
    [InlineData("http://localhost:5090")]
    [InlineData("http://127.0.0.1:5090/")]
    [InlineData("http://[::1]:5090")]
    [InlineData("https://spiris.example/prefix")]
    public void Https_is_right_anywhere_and_http_on_this_machine(string address) =>
        ProblemsOf(With(new(address))).ShouldBeEmpty();

    [Theory]
    [InlineData("http://spiris.example")]
    [InlineData("ftp://localhost")]
    [InlineData("/v2")]
    public void Tokens_never_travel_in_the_open(string address) =>
        ProblemsOf(With(new(address, UriKind.RelativeOrAbsolute))).ShouldBe(["Api", "Identity"], ignoreOrder: true);

    [Fact]
    public void Without_id_and_secret_nothing_starts() =>
        ProblemsOf(new()).ShouldBe(["ClientId", "ClientSecret"], ignoreOrder: true);

    [Fact]
    public void Timeouts_stay_within_reason()
    {
        ProblemsOf(new()
        {
            ClientId = "openone",
            ClientSecret = "secret",
            ConnectTimeout = TimeSpan.Zero,
            AnswerTimeout = TimeSpan.FromHours(1),
            IdleConnectionLifetime = TimeSpan.FromSeconds(-1),
        }).ShouldBe(["ConnectTimeout", "AnswerTimeout", "IdleConnectionLifetime"], ignoreOrder: true);
    }

    private static SpirisOptions With(Uri address) =>
        new() { Api = address, Identity = address, ClientId = "openone", ClientSecret = "secret" };

    private static List<string> ProblemsOf(SpirisOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return [.. problems.SelectMany(problem => problem.MemberNames)];
    }
}

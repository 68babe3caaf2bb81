using System.Net;
using System.Text;
using System.Text.Json;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Tests.Wire;
using OpenOne.Spiris.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests.Authorisation;

/// <summary>Tokens, codes and the client secret are printed by nothing that prints.</summary>
public sealed class SecretsStaySecretTests
{
    private const string Hidden = "hidden-from-everybody";

    private static readonly Secret _secret = Secret.Of(Hidden);
    private static readonly SpirisTokens _tokens = new(_secret, _secret, DateTimeOffset.UnixEpoch);

    public static TheoryData<string, object> WhatHoldsSecrets => new()
    {
        { "a secret", _secret },
        { "tokens", _tokens },
        { "a grant", new SpirisGrant.Granted(_tokens) },
        { "access", new SpirisAccess.Open(_secret) },
        { "options", new SpirisOptions { ClientId = "openone", ClientSecret = Hidden } },
        { "a code verifier", VerifierOf(Hidden.PadRight(43, '-')) },
        { "a token response", new TokenResponse { AccessToken = Hidden, RefreshToken = Hidden } },
        { "an answer", new Exchange.Answered(HttpStatusCode.OK, Encoding.UTF8.GetBytes(Hidden), null) },
    };

    [Theory]
    [MemberData(nameof(WhatHoldsSecrets), DisableDiscoveryEnumeration = true)]
    public void It_does_not_print(string story, object holder) =>
        $"{holder}".ShouldNotContain(Hidden, Case.Insensitive, story);

    [Fact]
    public void A_secret_is_not_written_into_json_by_accident() =>
        JsonSerializer.Serialize(new { _tokens, Grant = new SpirisGrant.Granted(_tokens) }).ShouldNotContain(Hidden);

    [Fact]
    public void A_secret_can_be_revealed_and_compared()
    {
        _secret.Reveal().ShouldBe(Hidden);
        _secret.ShouldBe(Secret.Of(Hidden));
        _secret.ShouldNotBe(Secret.Of("another"));
        Should.Throw<InvalidOperationException>(() => default(Secret).Reveal());
        Should.Throw<ArgumentException>(() => Secret.Of(""));
        default(Secret).ToString().ShouldBe("***");
    }

    public static TheoryData<string, string> BrokenAnswers => new()
    {
        { "a refusal", Http.Answer(401, "") },
        { "an error", Http.Answer(500, "") },
        { "a broken answer", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{" },
        { "gibberish", "gibberish\r\n\r\n" },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task No_problem_tells_a_secret(string story, string answer)
    {
        await using var server = RawServer.Playing(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(answer);
        });
        using var connection = A.Connection(server.Address);
        var accounting = new SpirisAccounting(connection, A.Access(Hidden));

        var posting = await accounting.PostVoucherAsync();
        var search = await accounting.SearchAsync(A.Trace, CancellationToken.None);
        var grant = await new SpirisAuthorisation(connection).RefreshAsync(_secret, CancellationToken.None);
        var settings = await new SpirisCompany(connection, A.Access(Hidden)).ReadSettingsAsync(CancellationToken.None);

        var told = $"{posting} {search} {grant} {settings}";
        told.ShouldNotContain(Hidden, Case.Insensitive, story);
        told.ShouldNotContain(A.ClientSecret, Case.Insensitive, story);
    }

    private static CodeVerifier VerifierOf(string text) =>
        CodeVerifier.TryParse(text, out var verifier) ? verifier : throw new FormatException();
}

using OpenOne.Spiris.Authorisation;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests.Authorisation;

public sealed class CodeVerifierTests
{
    [Fact]
    public void A_proof_key_is_the_one_of_the_standard()
    {
        // RFC 7636, appendix B.
        CodeVerifier.TryParse("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", out var verifier).ShouldBeTrue();
        verifier.Challenge.ShouldBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    [Fact]
    public void A_new_proof_key_is_new_and_can_be_stored()
    {
        var verifier = CodeVerifier.New();

        verifier.Text.ShouldNotBe(CodeVerifier.New().Text);
        CodeVerifier.TryParse(verifier.Text.Reveal(), out var again).ShouldBeTrue();
        again.Challenge.ShouldBe(verifier.Challenge);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("too-short")]
    [InlineData("dBjftJeZ4CVP mB92K27uhbUJU1p1r_wW1gFWFOEjXk")]
    [InlineData("åBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")]
    public void What_is_no_proof_key_is_not_read(string? text) => CodeVerifier.TryParse(text, out _).ShouldBeFalse();
}

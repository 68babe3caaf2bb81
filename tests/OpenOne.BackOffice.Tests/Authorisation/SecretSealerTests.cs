using System.Security.Cryptography;
using System.Text;
using OpenOne.BackOffice.Connections;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>A sealed secret opens for the company and the purpose it was sealed for, and in no other way.</summary>
public sealed class SecretSealerTests
{
    private const string Token = "a token that nobody may read";

    private static readonly Guid _company = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    private static readonly byte[] _first = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] _second = RandomNumberGenerator.GetBytes(32);
    private static readonly SecretSealer _sealer = new(new Dictionary<int, byte[]> { [1] = _first });

    [Fact]
    public void What_was_sealed_opens_and_cannot_be_read()
    {
        var sealedToken = _sealer.Seal(Token, _company, "access-token");

        _sealer.TryOpen(sealedToken, _company, "access-token", out var opened).ShouldBeTrue();
        opened.ShouldBe(Token);
        Encoding.UTF8.GetString(sealedToken).ShouldNotContain("token");
        _sealer.Seal(Token, _company, "access-token").ShouldNotBe(sealedToken, "a nonce is used once");
    }

    [Fact]
    public void A_secret_that_was_moved_to_another_company_or_another_column_does_not_open()
    {
        var sealedToken = _sealer.Seal(Token, _company, "access-token");

        _sealer.TryOpen(sealedToken, Guid.Parse("0197a000-0000-7000-8000-000000000002"), "access-token", out _).ShouldBeFalse();
        _sealer.TryOpen(sealedToken, _company, "refresh-token", out _).ShouldBeFalse();
    }

    [Fact]
    public void No_byte_of_a_sealed_secret_can_be_altered_and_none_left_out()
    {
        var sealedToken = _sealer.Seal(Token, _company, "access-token");

        for (var position = 0; position < sealedToken.Length; position++)
        {
            byte[] altered = [.. sealedToken];
            altered[position] ^= 1;
            _sealer.TryOpen(altered, _company, "access-token", out _).ShouldBeFalse($"byte {position}");
            _sealer.TryOpen(sealedToken.AsSpan(0, position), _company, "access-token", out _).ShouldBeFalse($"cut at {position}");
        }
    }

    [Fact]
    public void The_highest_key_seals_and_the_older_ones_still_open()
    {
        var old = _sealer.Seal(Token, _company, "access-token");
        var rotated = new SecretSealer(new Dictionary<int, byte[]> { [1] = _first, [2] = _second });

        rotated.TryOpen(old, _company, "access-token", out var opened).ShouldBeTrue();
        opened.ShouldBe(Token);
        _sealer.TryOpen(rotated.Seal(Token, _company, "access-token"), _company, "access-token", out _).ShouldBeFalse();
    }

    [Fact]
    public void Another_key_with_the_same_number_opens_nothing()
    {
        var made = new SecretSealer(new Dictionary<int, byte[]> { [1] = _second });

        made.TryOpen(_sealer.Seal(Token, _company, "access-token"), _company, "access-token", out _).ShouldBeFalse();
    }
}

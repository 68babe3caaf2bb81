namespace OpenOne.Sie.Tests;

/// <summary>Known sums. The first is that of the specification's own example of what is covered.</summary>
public sealed class ChecksumTests
{
    [Theory]
    [InlineData(1921122205, new[] { "#KONTO", "1915", "Kassa \"special\"" })]
    [InlineData(2037918775, new[] { "#TRANS", "7010", "1", "456", "7", "47", "13200.00" })]
    [InlineData(3116693134, new[] { "#FNAMN", "Målerifirman Axelsson & Johnsson AB" })]
    public void The_sum_of_a_record_is_that_of_its_label_and_the_content_of_its_fields(uint expected, string[] contents)
    {
        var sum = new SieChecksum();
        foreach (var content in contents)
        {
            sum.Add(Written.Pc8Bytes(content));
        }

        sum.Value.ShouldBe(expected);
    }

    [Fact]
    public void Nothing_sums_to_zero() => new SieChecksum().Value.ShouldBe(0u);

    [Fact]
    public void It_does_not_matter_how_the_content_is_cut()
    {
        var content = new byte[100_000];
        new Random(7).NextBytes(content);
        var whole = new SieChecksum();
        var pieces = new SieChecksum();

        whole.Add(content);
        foreach (var piece in content.Chunk(777))
        {
            pieces.Add(piece);
        }

        pieces.Value.ShouldBe(whole.Value);
        whole.Value.ShouldBe(System.IO.Hashing.Crc32.HashToUInt32(content));
    }
}

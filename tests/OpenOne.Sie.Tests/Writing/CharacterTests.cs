namespace OpenOne.Sie.Tests.Writing;

/// <summary>Code page 437 and what it lacks.</summary>
public sealed class CharacterTests
{
    [Theory]
    [InlineData("åäö ÅÄÖ é É ü Ü", new byte[] { 0x86, 0x84, 0x94, 0x20, 0x8F, 0x8E, 0x99, 0x20, 0x82, 0x20, 0x90, 0x20, 0x81, 0x20, 0x9A })]
    [InlineData("æÆñß½°", new byte[] { 0x91, 0x92, 0xA4, 0xE1, 0xAB, 0xF8 })]
    [InlineData("ø Ø €", new byte[] { 0x6F, 0x20, 0x4F, 0x20, 0x45, 0x55, 0x52 })]
    [InlineData("– — − ’", new byte[] { 0x2D, 0x20, 0x2D, 0x20, 0x2D, 0x20, 0x27 })]
    [InlineData("× š Š", new byte[] { 0x78, 0x20, 0x73, 0x20, 0x53 })]
    [InlineData("§ 5 ¤", new byte[] { 0x70, 0x61, 0x72, 0x2E, 0x20, 0x35, 0x20, 0x2A })]
    [InlineData("a\u030A A\u0308 \u212B", new byte[] { 0x86, 0x20, 0x8E, 0x20, 0x8F })]
    [InlineData("日本 😀", new byte[] { 0x3F, 0x3F, 0x20, 0x3F })]
    [InlineData("a\0b\u0001c\u007Fd", new byte[] { 0x61, 0x62, 0x63, 0x64 })]
    [InlineData("a\tb\r\nc", new byte[] { 0x61, 0x20, 0x62, 0x20, 0x20, 0x63 })]
    public void A_text_is_written_in_what_code_page_437_has_for_it(string text, byte[] expected) =>
        TextOf(A.Document(A.Voucher("<" + text + ">"))).ShouldBe(expected);

    [Fact]
    public void Half_a_character_is_seen_to_be_missing() =>
        TextOf(A.Document(A.Voucher("<\uD83Dx\uDE00\uFFFE>"))).ShouldBe("?x??"u8.ToArray());

    [Theory]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("”citat”", "\"\\\"citat\\\"\"")]
    [InlineData("C:\\", "\"C:/\"")]
    [InlineData("a\\b", "\"a\\b\"")]
    [InlineData("a\\\"b", "\"a/\\\"b\"")]
    [InlineData("{1 2}", "\"{1 2}\"")]
    [InlineData("#VER", "\"#VER\"")]
    [InlineData("", "\"\"")]
    public void A_text_cannot_be_taken_for_anything_else(string text, string expected) =>
        A.Document(A.Voucher(text) with { Registered = new(2026, 11, 21) })
            .Line("#VER").ShouldBe($"#VER \"\" \"\" 20261120 {expected} 20261121");

    [Fact]
    public void Whatever_characters_come_no_control_character_is_written_but_the_end_of_a_line()
    {
        for (var first = 0; first < 0x10000; first += 256)
        {
            var all = new string([.. Enumerable.Range(first, 256).Select(code => (char)code)]);

            var file = A.Document(A.Voucher(all)).Bytes();

            file.Where(value => value is < 0x20 or 0x7F).ShouldAllBe(value => value == '\r' || value == '\n');
            file.Count(value => value == '\n').ShouldBe(A.Document(A.Voucher()).Bytes().Count(value => value == '\n'));
        }
    }

    private static byte[] TextOf(SieDocument document)
    {
        var file = document.Bytes();
        var start = Array.IndexOf(file, (byte)'<') + 1;
        return file[start..Array.IndexOf(file, (byte)'>')];
    }
}

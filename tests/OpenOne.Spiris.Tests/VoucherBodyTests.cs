using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenOne.Domain.Accounting;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

public sealed class VoucherBodyTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly SpirisConnection _connection = A.Connection(new Uri("http://localhost"));

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        _connection.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    public void A_voucher_is_written_to_the_byte_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);

        Write(A.Voucher).ShouldBe(
            """{"VoucherDate":"2026-11-20","VoucherText":"Dagskassa 2026-11-20 Z 1284 EXEMPEL1 [k:7F3K-Q2MD-9T]","""
            + "\"NumberSeries\":\"K\",\"Rows\":["
            + """{"AccountNumber":1686,"DebitAmount":90.00,"CreditAmount":0.00,"TransactionText":"Kort"},"""
            + """{"AccountNumber":1910,"DebitAmount":22.00,"CreditAmount":0.00,"TransactionText":"Kontant"},"""
            + """{"AccountNumber":3002,"DebitAmount":0.00,"CreditAmount":100.00,"TransactionText":"Mat 12 %"},"""
            + """{"AccountNumber":2621,"DebitAmount":0.00,"CreditAmount":12.00,"TransactionText":"Moms 12 %"}]}""");
    }

    [Theory]
    [InlineData(1, "0.01")]
    [InlineData(10, "0.10")]
    [InlineData(1_00, "1.00")]
    [InlineData(1234567_89, "1234567.89")]
    [InlineData(90071992547409_93, "90071992547409.93")]
    [InlineData(10_000_000_000_00, "10000000000.00")]
    public void Amounts_are_numbers_with_exactly_two_decimals_and_never_pass_through_a_double(
        long ore, string written) =>
        Write(A.VoucherOf("Text", (1910, ore, ""), (3001, -ore, "")))
            .ShouldContain($"\"DebitAmount\":{written},\"CreditAmount\":0.00,");

    [Fact]
    public void Letters_stand_as_themselves_and_what_would_break_the_json_is_escaped()
    {
        var written = Write(A.VoucherOf("Räksmörgås \"Ö\" \\ \n", (1910, 1, "åäö"), (3001, -1, "</script>")));

        written.ShouldContain("Räksmörgås ");
        written.ShouldContain("\"TransactionText\":\"åäö\"");
        var read = JsonDocument.Parse(written).RootElement;
        read.GetProperty("VoucherText").GetString().ShouldBe("Räksmörgås \"Ö\" \\ \n");
        read.GetProperty("Rows")[1].GetProperty("TransactionText").GetString().ShouldBe("</script>");
    }

    [Fact]
    public void Half_a_character_does_not_stop_a_voucher() =>
        JsonDocument.Parse(Write(A.VoucherOf("\ud83c Dagskassa", (1910, 1, ""), (3001, -1, ""))))
            .RootElement.GetProperty("VoucherText").GetString().ShouldBe("\ufffd Dagskassa");

    [Fact]
    public void The_same_voucher_is_written_the_same_every_time() => Write(A.Voucher).ShouldBe(Write(A.Voucher));

    private string Write(Voucher voucher) => Encoding.UTF8.GetString(A.Accounting(_connection).Write(voucher));
}

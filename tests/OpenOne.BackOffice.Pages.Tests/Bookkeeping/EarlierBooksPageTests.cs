using System.Text;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Bookkeeping;

/// <summary>Earlier bookkeeping as people see it.</summary>
public sealed class EarlierBooksPageTests : IAsyncLifetime
{
    private const string Page = "/finance/earlier-bookkeeping";

    private const string Ledger = """
        #FLAGGA 0
        #PROGRAM "Bok" 1
        #FORMAT PC8
        #GEN 20261121
        #SIETYP 4
        #ORGNR 559998-1239
        #FNAMN "Krogen AB"
        #RAR 0 20260101 20261231
        #KONTO 1686 "Fordringar"
        #KONTO 2611 "Moms 25"
        #KONTO 3001 "Bar <b>"
        #OBJEKT 1 "10" "Baren"
        #VER A 1 20261120 "Dagskassa"
        {
        #TRANS 1686 {} 1250.00 "" "Kort"
        #TRANS 2611 {} -250.00
        #TRANS 3001 {} -1000.00
        }

        """;

    private Restaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await Restaurants.OpenAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task The_accounts_used_before_are_proposed_and_can_be_saved_as_a_file()
    {
        using var owner = await UploadedAsync(Ledger);

        owner.Said.ShouldContain("Read: Krogen AB. 3 accounts, 1 profit units, 0 projects.");
        owner.Said.ShouldContain("On 1 days the takings were booked.");
        owner.Said.ShouldContain("payment card 1686 Fordringar the text of its rows says so 1");
        owner.Said.ShouldContain("sales */25 3001 Bar <b> the VAT of the day is that rate of it 1");
        var file = owner.Page.QuerySelector("a[download]")!.GetAttribute("href")!;
        Uri.UnescapeDataString(file).ShouldContain("payment card;1686\r\nvat 25;2611\r\nsales */25;3001\r\n");
    }

    [Fact]
    public async Task Days_that_have_closings_here_are_held_against_what_the_bookkeeper_did()
    {
        await _restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await UploadedAsync(Ledger
            .Replace("20260101 20261231", "20210101 20211231", StringComparison.Ordinal)
            .Replace("20261120", "20210505", StringComparison.Ordinal)
            .Replace("#KONTO 1686 \"Fordringar\"", "#KONTO 1932 \"Kort\"\n#KONTO 2610 \"Moms\"\n#KONTO 3210 \"Mat\"", StringComparison.Ordinal)
            .Replace("#TRANS 1686 {} 1250.00", "#TRANS 1932 {} 1250.00", StringComparison.Ordinal)
            .Replace("#TRANS 2611 {} -250.00", "#TRANS 2610 {} -51.80", StringComparison.Ordinal)
            .Replace("#TRANS 3001 {} -1000.00", "#TRANS 3210 {} -1198.20", StringComparison.Ordinal));

        owner.Said.ShouldContain("1 days of the file have closings here.");
        owner.Said.ShouldContain("5 May 2021 1932 2 040,00 1 250,00 790,00");
        owner.Said.ShouldContain("5 May 2021 3210 −1 355,36 −1 198,20 −157,16");
        owner.Said.ShouldNotContain("5 May 2021 2610", customMessage: "both say the same");
    }

    [Fact]
    public async Task Without_a_closing_on_any_of_its_days_nothing_is_compared()
    {
        using var owner = await UploadedAsync(Ledger);

        owner.Said.ShouldNotContain("have closings here");
    }

    [Fact]
    public async Task A_file_that_is_wrong_is_told_line_by_line_and_nothing_is_read_from_it()
    {
        using var owner = await UploadedAsync(Ledger.Replace("-250.00", "-249.99", StringComparison.Ordinal), "sv");

        owner.Said.ShouldContain("Filen går inte att lita på, så inget lästes ur den.");
        owner.Said.ShouldContain("13 Fel Verifikationen balanserar inte: debet överstiger kredit med 0.01.");
        owner.Page.QuerySelector("a[download]").ShouldBeNull();
    }

    [Fact]
    public async Task The_file_of_another_company_is_refused_by_name()
    {
        using var owner = await UploadedAsync(Ledger.Replace("559998-1239", "556016-0680", StringComparison.Ordinal));

        owner.Notices.ShouldContain(notice => notice.StartsWith("The file is that of 556016-0680 Krogen AB, not of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_archive_is_told_to_be_one()
    {
        using var owner = await UploadedAsync("PK\u0003\u0004 and so on");

        owner.Said.ShouldContain("The file is an archive; unpack it first.");
    }

    private async Task<Visitor> UploadedAsync(string file, string language = "en")
    {
        var owner = await _restaurants.OwnerAsync(language);
        await owner.OpenAsync(Page);
        owner.Enter(language is "sv" ? "Företag" : "Company", Restaurants.Krogen);
        await owner.UploadAsync(language is "sv" ? "SIE-fil" : "SIE file", "bok.se", Encoding.Latin1.GetBytes(file));
        return owner;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using OpenOne.Domain;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests.Resources;

public sealed class SpirisCompanyTests
{
    private static readonly Guid _year = Guid.Parse("7a0c1f52-5b64-4b8e-9d0e-0d4f5b0c2026");

    [Fact]
    public async Task The_settings_say_whose_books_these_are()
    {
        await using var server = RawServer.Answering(Http.Answer(200, """
            {"Name":"Exempel Krog AB","CorporateIdentityNumber":"556677-8899","CountryCode":"SE","CurrencyCode":"SEK",
             "CompanyStatus":1,"ActivatedModules":["api_standard","sales_standard"],
             "AccountingLockedTo":"2026-09-30T00:00:00Z","NextCustomerInvoiceNumber":1001,
             "UsesCostCenter":true,"UsesProject":false,"CompanyText":{"x":1},"Email":null}
            """));

        var settings = await ReadSettingsAsync(server);

        server.Requests.ShouldHaveSingleItem().Line.ShouldBe("GET /v2/companysettings");
        settings.Name.ShouldBe("Exempel Krog AB");
        settings.OrganisationNumber.ShouldBe(OrganisationNumber.Parse("5566778899"));
        settings.CountryCode.ShouldBe("SE");
        settings.CurrencyCode.ShouldBe("SEK");
        settings.CompanyStatus.ShouldBe(CompanyStatus.Active);
        settings.ActivatedModules.ShouldNotBeNull().ShouldBe(["api_standard", "sales_standard"]);
        settings.LockedThrough.ShouldBe(new DateOnly(2026, 9, 30));
        settings.NextCustomerInvoiceNumber.ShouldBe(1001);
        settings.UsesCostCenter.ShouldBe(true);
        settings.UsesProject.ShouldBe(false);
    }

    [Fact]
    public async Task What_the_settings_leave_out_is_not_said()
    {
        await using var server = RawServer.Answering(Http.Answer(200, """
            {"Name":"Exempel Krog AB","CorporateIdentityNumber":null,"ActivatedModules":null,"UsesCostCenter":null}
            """));

        var settings = await ReadSettingsAsync(server);

        settings.ShouldBe(new CompanySettings { Name = "Exempel Krog AB" });
        settings.OrganisationNumber.ShouldBeNull();
        settings.LockedThrough.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-09-30", "2026-09-30")]
    [InlineData("2026-09-30T00:00:00", "2026-09-30")]
    [InlineData("2026-09-30T23:59:59+02:00", "2026-09-30")]
    [InlineData("0001-01-01T00:00:00", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    public async Task A_lock_is_a_date_and_the_first_of_all_dates_is_none(string written, string? date)
    {
        await using var server = RawServer.Answering(
            Http.Answer(200, $$"""{"Name":"X","AccountingLockedTo":"{{written}}"}"""));

        var settings = await ReadSettingsAsync(server);

        (settings.LockedThrough?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ShouldBe(date);
    }

    [Theory]
    [InlineData("556677-8899", true)]
    [InlineData(" 5566778899 ", true)]
    [InlineData("16556677-8899", false)]
    [InlineData("SE556677889901", false)]
    [InlineData("", false)]
    public async Task An_organisation_number_is_one_only_if_it_reads_as_one(string written, bool isOne)
    {
        await using var server = RawServer.Answering(
            Http.Answer(200, $$"""{"Name":"X","CorporateIdentityNumber":"{{written}}"}"""));

        var settings = await ReadSettingsAsync(server);

        settings.OrganisationNumber.HasValue.ShouldBe(isOne);
    }

    [Fact]
    public async Task Fiscal_years_are_read_with_their_locks()
    {
        await using var server = ListServer.Of(
            [Parse($$"""
                {"Id":"{{_year}}","StartDate":"2026-01-01","EndDate":"2026-12-31T00:00:00",
                 "IsLockedForAccounting":true,"BookkeepingMethod":1}
                """)],
            [Parse($$"""{"Id":"{{Guid.Empty}}","StartDate":"2027-01-01","EndDate":"2027-12-31"}""")]);

        var years = (await ReadAsync(server, company => company.ReadFiscalYearsAsync(CancellationToken.None)))
            .ShouldBeOfType<SpirisAnswer<SpirisList<FiscalYear>>.Read>().Value.Items;

        server.Requests[0].Line.ShouldBe("GET /v2/fiscalyears?$page=1&$pagesize=1000");
        years.ShouldBe(
        [
            new FiscalYear
            {
                Id = _year,
                StartDate = new(2026, 1, 1),
                EndDate = new(2026, 12, 31),
                IsLockedForAccounting = true,
                BookkeepingMethod = BookkeepingMethod.Cash,
            },
            new FiscalYear { Id = Guid.Empty, StartDate = new(2027, 1, 1), EndDate = new(2027, 12, 31) },
        ]);
    }

    [Fact]
    public void A_fiscal_year_holds_its_first_and_its_last_day()
    {
        var year = new FiscalYear { Id = _year, StartDate = new(2026, 5, 1), EndDate = new(2027, 4, 30) };

        year.Holds(new(2026, 4, 30)).ShouldBeFalse();
        year.Holds(new(2026, 5, 1)).ShouldBeTrue();
        year.Holds(new(2027, 4, 30)).ShouldBeTrue();
        year.Holds(new(2027, 5, 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_chart_of_a_year_is_read_whole()
    {
        await using var server = ListServer.Of(
            [Parse($$"""
                {"Number":"1910","Name":"Kassa","IsActive":true,"FiscalYearId":"{{_year}}","VatCodeId":null,"Type":3,
                 "IsBlockedForManualBooking":false,"IsCostCenterAllowed":true,"IsFirstCostCenterMandatory":null}
                """)],
            [Parse($$"""
                {"Number":"3001","Name":"Försäljning","IsActive":false,
                 "VatCodeId":"{{_year}}","VatCodeDescription":"05"}
                """)]);

        var accounts = (await ReadAsync(server, company => company.ReadAccountsAsync(_year, CancellationToken.None)))
            .ShouldBeOfType<SpirisAnswer<SpirisList<SpirisAccount>>.Read>().Value.Items;

        server.Requests.Select(request => request.Line).ShouldBe(
            [$"GET /v2/accounts/{_year}?$page=1&$pagesize=1000", $"GET /v2/accounts/{_year}?$page=2&$pagesize=1000"]);
        accounts.ShouldBe(
        [
            new SpirisAccount
            {
                Number = "1910",
                Name = "Kassa",
                IsActive = true,
                IsBlockedForManualBooking = false,
                IsCostCenterAllowed = true,
            },
            new SpirisAccount
            {
                Number = "3001",
                Name = "Försäljning",
                IsActive = false,
                VatCodeId = _year,
                VatCodeDescription = "05",
            },
        ]);
    }

    [Fact]
    public async Task Series_are_those_that_vouchers_stand_in()
    {
        await using var server = ListServer.Of(
            [VoucherIn("K", 1), VoucherIn("A", 2)], [VoucherIn("K", 3), VoucherIn(null, 4), VoucherIn("Ö", 5)]);

        var series = await ReadAsync(server, company => company.ReadVoucherSeriesAsync(_year, CancellationToken.None));

        series.ShouldBeOfType<SpirisAnswer<ImmutableArray<string>>.Read>().Value.ShouldBe(["A", "K", "Ö"]);
        server.Requests[0].Line.ShouldBe($"GET /v2/vouchers/{_year}?$page=1&$pagesize=1000");
    }

    [Fact]
    public async Task The_current_user_is_the_one_that_spiris_marks()
    {
        await using var server = ListServer.Of(
        [
            Parse($$"""{"Id":"{{Guid.Empty}}","Email":"eva@example.se","IsCurrentUser":false}"""),
            Parse($$"""
                {"Id":"{{_year}}","Email":"olle@example.se","FirstName":"Olle","LastName":null,"IsCurrentUser":true}
                """),
        ]);

        (await ReadAsync(server, company => company.ReadCurrentUserAsync(CancellationToken.None)))
            .ShouldBe(new SpirisAnswer<SpirisUser>.Read(
                new() { Id = _year, Email = "olle@example.se", FirstName = "Olle", IsCurrentUser = true }));
    }

    [Fact]
    public async Task Without_a_current_user_there_is_none()
    {
        await using var server = ListServer.Of([Parse($$"""{"Id":"{{_year}}"}""")]);

        (await ReadAsync(server, company => company.ReadCurrentUserAsync(CancellationToken.None)))
            .ShouldBeOfType<SpirisAnswer<SpirisUser>.Refused>();
    }

    [Theory]
    [InlineData("no access to the module", 403, """{"ErrorCode":4002}""", "Refused 4002")]
    [InlineData("not active", 403, """{"ErrorCode":4004,"DeveloperErrorMessage":"x"}""", "Refused 4004")]
    [InlineData("no such year", 400, """{"ErrorCode":3001}""", "Refused 3001")]
    [InlineData("not found", 404, "", "Refused ")]
    [InlineData("token refused", 401, """{"ErrorCode":4005}""", "AccessLost")]
    [InlineData("token refused under another status", 403, """{"ErrorCode":4005}""", "AccessLost")]
    [InlineData("too many requests", 429, "", "Unavailable")]
    [InlineData("too many requests under another status", 400, """{"ErrorCode":4010}""", "Unavailable")]
    [InlineData("broken", 500, """{"ErrorCode":5000}""", "Unavailable")]
    [InlineData("a gateway", 503, "<html>", "Unavailable")]
    [InlineData("unreadable", 200, "<html>", "Unavailable")]
    [InlineData("without what we need", 200, "{}", "Unavailable")]
    [InlineData("null where it must not be", 200, """{"Name":"X","AccountingLockedTo":"tomorrow"}""", "Unavailable")]
    [InlineData("elsewhere", 302, "", "Unavailable")]
    public async Task What_cannot_be_read_says_why(string story, int status, string body, string outcome)
    {
        await using var server = RawServer.Answering(_ => Http.Answer(status, body));

        var answer = await ReadAsync(server, company => company.ReadSettingsAsync(CancellationToken.None));

        var code = answer is SpirisAnswer<CompanySettings>.Refused refused ? $" {refused.Code}" : "";
        $"{answer.GetType().Name}{code}".ShouldBe(outcome, story);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_can_be_read()
    {
        using var connection = A.Connection(RawServer.NobodyThere());

        (await A.Company(connection).ReadSettingsAsync(CancellationToken.None))
            .ShouldBeOfType<SpirisAnswer<CompanySettings>.Unavailable>();
    }

    private static async Task<CompanySettings> ReadSettingsAsync(RawServer server) =>
        (await ReadAsync(server, company => company.ReadSettingsAsync(CancellationToken.None)))
            .ShouldBeOfType<SpirisAnswer<CompanySettings>.Read>().Value;

    private static async Task<T> ReadAsync<T>(RawServer server, Func<SpirisCompany, Task<T>> read)
    {
        using var connection = A.Connection(server.Address);
        return await read(A.Company(connection));
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;

    private static JsonObject VoucherIn(string? series, int number) => new()
    {
        ["Id"] = $"00000000-0000-0000-0000-00000000000{number}",
        ["VoucherDate"] = "2026-11-20",
        ["NumberSeries"] = series,
    };
}

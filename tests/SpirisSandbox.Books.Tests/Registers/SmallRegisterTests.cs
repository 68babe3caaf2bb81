using System.Net;
using SpirisSandbox.Api;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Registers;

public sealed class SmallRegisterTests
{
    [Fact]
    public async Task A_partner_keeps_its_links()
    {
        await using var books = await OpenBooks.OpenAsync();
        object Link(string href) => new
        {
            ResourceId = Guid.Empty,
            ResourceType = 3,
            Href = href,
            PartnerCompanyName = "OPEN",
            PartnerSystemName = "OPEN One",
        };

        var made = await books.Api.PostAsync("/partnerresourcelinks", Link("https://exempel.se/1"));
        var path = $"/partnerresourcelinks/{made.Id}";

        made.Status.ShouldBe(HttpStatusCode.Created);
        (await books.Api.PutAsync(path, Link("https://exempel.se/2"))).Good["Href"]!.GetValue<string>()
            .ShouldBe("https://exempel.se/2");
        (await books.Api.GetAsync("/partnerresourcelinks?$filter=Href eq 'https://exempel.se/2'")).Data.Count.ShouldBe(1);
        (await books.Api.DeleteAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await books.Api.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await books.Api.PostAsync("/partnerresourcelinks", new { ResourceType = 7 })).ShouldBeRefused(2000, "ResourceType");
        (await books.As(Scope.Accounting).GetAsync("/partnerresourcelinks"))
            .ShouldBeRefused(4006, status: HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_app_tells_its_status_and_sees_only_its_own()
    {
        await using var books = await OpenBooks.OpenAsync();
        (await books.Api.GetAsync("/appstore/status")).Data.ShouldBeEmpty();

        await books.As(Scope.SalesReadonly).PutAsync("/appstore/status", new { ActivationStatus = 1 });
        await books.Api.PutAsync("/appstore/status", new { ActivationStatus = 0 });

        var status = (await books.Api.GetAsync("/appstore/status")).Data.ShouldHaveSingleItem()!;
        status["ActivationStatus"]!.GetValue<int>().ShouldBe(0);
        status.AsObject().Select(property => property.Key).ShouldBe(["Id", "ActivationStatus", "ModifiedUtc"]);
        (await books.Api.PutAsync("/appstore/status", new { ActivationStatus = 2 })).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task A_bank_account_is_at_a_bank_and_on_an_account()
    {
        await using var books = await OpenBooks.OpenAsync();
        var before = (await books.Api.GetAsync("/bankaccounts")).Data.Count;
        var bank = (await books.Api.GetAsync("/banks")).Data[0]!["Id"]!.GetValue<string>();
        object Account(string? at, long on, int type = 1) => new
        {
            Bank = at, BankAccountType = type, Name = "Dagskassa", LedgerAccountNumber = on, Bban = "5000-1", IsActive = true,
        };

        var made = await books.Api.PostAsync("/bankaccounts", Account(bank, 1930));

        made.Good["BankAccountTypeDescription"]!.GetValue<string>().ShouldBe("Företagskonto");
        made.Good["CurrencyCode"]!.GetValue<string>().ShouldBe("SEK");
        (await books.Api.PostAsync("/bankaccounts", Account(null, 1930))).ShouldBeRefused(2000, "Bank");
        (await books.Api.PostAsync("/bankaccounts", Account(null, 1910, type: 2))).Status.ShouldBe(HttpStatusCode.Created);
        (await books.Api.PostAsync("/bankaccounts", Account(Guid.NewGuid().ToString(), 1930))).ShouldBeRefused(2000, "banks");
        (await books.Api.PostAsync("/bankaccounts", Account(bank, 1999))).ShouldBeRefused(3002);
        (await books.Api.DeleteAsync($"/bankaccounts/{made.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await books.Api.GetAsync("/bankaccounts")).Data.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task The_vat_code_of_a_bank_accounts_account_stays_as_it_is()
    {
        await using var books = await OpenBooks.OpenAsync();
        var code = books.Company.VatCodes.First().Id;
        await books.Api.PostAsync(
            "/bankaccounts", new { BankAccountType = 2, Name = "Kassa", LedgerAccountNumber = 1910, IsActive = true });
        Task<Answer> PutAsync(long number) => books.Api.PutAsync(
            $"/accounts/{books.Year(2026)}/{number}",
            new { Name = "Nytt namn", Number = $"{number}", FiscalYearId = books.Year(2026), IsActive = true, VatCodeId = code });

        (await PutAsync(1910)).Good["VatCodeId"].ShouldBeNull();
        (await PutAsync(1686)).Good["VatCodeId"]!.GetValue<Guid>().ShouldBe(code);
    }

    [Fact]
    public async Task Payment_codes_are_listed_and_read_by_their_id()
    {
        await using var books = await OpenBooks.OpenAsync();

        var code = (await books.Api.GetAsync("/foreignpaymentcodes")).Data[0]!;

        (await books.Api.GetAsync($"/foreignpaymentcodes/{code["Id"]}")).Good.Text().ShouldBe(code.Text());
    }
}

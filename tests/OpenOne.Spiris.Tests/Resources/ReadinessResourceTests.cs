using System.Text.Json.Nodes;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests.Resources;

/// <summary>What is read, and what little is written, to tell whether a company is ready.</summary>
public sealed class ReadinessResourceTests
{
    private static readonly Guid _id = Guid.Parse("7a0c1f52-5b64-4b8e-9d0e-0d4f5b0c2026");

    [Theory]
    [InlineData("0.25", 25)]
    [InlineData("25", 25)]
    [InlineData("0.12", 12)]
    [InlineData("6.0", 6)]
    [InlineData("0", 0)]
    [InlineData("0.125", null)]
    [InlineData("null", null)]
    public async Task The_rate_of_a_VAT_code_is_read_as_a_share_and_as_per_cent(string written, int? percent)
    {
        await using var server = ListServer.Of([JsonNode.Parse($$"""{"Id":"{{_id}}","Code":"05","Description":"Försäljning","VatRate":{{written}}}""")!]);
        using var connection = A.Connection(server.Address);

        var codes = (await A.Company(connection).ReadVatCodesAsync(CancellationToken.None))
            .ShouldBeOfType<SpirisAnswer<SpirisList<SpirisVatCode>>.Read>().Value.Items;

        codes.ShouldHaveSingleItem().Percent.ShouldBe(percent);
        server.Requests[0].Line.ShouldBe("GET /v2/vatcodes?$page=1&$pagesize=1000");
    }

    [Fact]
    public async Task Cost_centres_come_with_their_groups()
    {
        await using var server = ListServer.Of([JsonNode.Parse($$"""
            {"Id":"{{_id}}","Name":"Avdelning","Number":1,"IsActive":true,
             "Items":[{"CostCenterId":"{{_id}}","Id":"{{Guid.Empty}}","Name":"Baren","ShortName":"BAR","IsActive":false}]}
            """)!]);
        using var connection = A.Connection(server.Address);

        var group = (await A.Company(connection).ReadCostCentersAsync(CancellationToken.None))
            .ShouldBeOfType<SpirisAnswer<SpirisList<SpirisCostCenter>>.Read>().Value.Items.ShouldHaveSingleItem();

        (group.Number, group.Name, group.IsActive).ShouldBe((1, "Avdelning", true));
        group.Items!.Value.ShouldBe([new SpirisCostCenterItem { Id = Guid.Empty, Name = "Baren", ShortName = "BAR", IsActive = false }]);
    }

    [Fact]
    public async Task An_account_is_activated_with_everything_it_was_before()
    {
        await using var server = RawServer.Answering(Http.Answer(200, """{"Number":"3001","Name":"Försäljning","IsActive":true}"""));
        using var connection = A.Connection(server.Address);
        var asleep = new SpirisAccount
        {
            Number = "3001", Name = "Försäljning", IsActive = false, VatCodeId = _id, AllowTransactionText = true, IsCostCenterAllowed = true,
        };

        var answer = await A.Company(connection).ReplaceAccountAsync(SpirisAccountInput.Activating(asleep, _id), CancellationToken.None);

        answer.ShouldBeOfType<SpirisAnswer<SpirisAccount>.Read>();
        var request = server.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe($"PUT /v2/accounts/{_id}/3001");
        JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse($$"""
            {"Number":"3001","Name":"Försäljning","FiscalYearId":"{{_id}}","IsActive":true,"VatCodeId":"{{_id}}","AllowTransactionText":true,
             "IsBlockedForManualBooking":false,"IsCostCenterAllowed":true,"IsFirstCostCenterMandatory":false,"IsProjectAllowed":false}
            """)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(200, """{"ActivationStatus":1}""", "Read")]
    [InlineData(403, """{"ErrorCode":4019}""", "Refused 4019")]
    public async Task Whether_the_user_may_write_is_seen_by_saying_that_we_are_active(int status, string body, string outcome)
    {
        await using var server = RawServer.Answering(Http.Answer(status, body));
        using var connection = A.Connection(server.Address);

        var answer = await A.Company(connection).TellActiveAsync(CancellationToken.None);

        $"{answer.GetType().Name}{(answer is SpirisAnswer<bool>.Refused refused ? $" {refused.Code}" : "")}".ShouldBe(outcome);
        server.Requests[0].Line.ShouldBe("PUT /v2/appstore/status");
        server.Requests[0].Body.ShouldBe("""{"ActivationStatus":1}""");
    }

    [Theory]
    [InlineData("""{"scope":["ea:api","ea:sales"]}""", "ea:accounting")]
    [InlineData("""{"scope":"ea:api ea:accounting ea:sales offline_access"}""", "")]
    [InlineData("""{"sub":"x"}""", null)]
    [InlineData("[]", null)]
    [InlineData("nonsense", null)]
    public void What_was_not_granted_is_read_from_the_token_or_not_known(string payload, string? missing)
    {
        var token = Secret.Of($"e30.{System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(payload))}.sig");

        var granted = GrantedScopes.Of(token);

        (granted is { } scopes ? string.Join(' ', GrantedScopes.MissingFrom(scopes)) : null).ShouldBe(missing);
    }

    [Fact]
    public void A_token_that_is_none_says_nothing() => GrantedScopes.Of(Secret.Of("opaque")).ShouldBeNull();

    [Theory]
    [InlineData(4002, "No access to module: api_standard", RefusedBecause.NoIntegration)]
    [InlineData(4002, "No access to module: order_standard", RefusedBecause.Other)]
    [InlineData(4003, "", RefusedBecause.CompanyNotActive)]
    [InlineData(4004, "", RefusedBecause.CompanyNotActive)]
    [InlineData(4006, "", RefusedBecause.ScopeMissing)]
    [InlineData(4007, "", RefusedBecause.UserMayNot)]
    [InlineData(4009, "", RefusedBecause.NoAccounting)]
    [InlineData(4011, "", RefusedBecause.UserMayNot)]
    [InlineData(4012, "", RefusedBecause.UserMayNot)]
    [InlineData(4019, "", RefusedBecause.UserMayNot)]
    [InlineData(3001, "", RefusedBecause.Other)]
    [InlineData(null, "", RefusedBecause.Other)]
    public void A_refusal_means_what_its_code_says(int? code, string said, RefusedBecause because) =>
        ReadinessMeaning.MeaningOf(code, said).ShouldBe(because);

    [Theory]
    [InlineData(ProductVariant.Standard, "api_standard sales_standard order_standard", true, true, true, true)]
    [InlineData(ProductVariant.Invoicing, "api_standard", false, false, false, true)]
    [InlineData(ProductVariant.InvoicingCollaboration, "", false, false, false, false)]
    [InlineData(null, "sales_standard", true, true, false, false)]
    public void Modules_are_those_of_the_guide(
        ProductVariant? variant, string active, bool accounting, bool invoicing, bool orders, bool integration)
    {
        var settings = new CompanySettings
        {
            Name = "X", ProductVariant = variant, ActivatedModules = [.. active.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        };

        ReadinessMeaning.ModulesOf(settings).ShouldBe(new BooksModules(accounting, invoicing, orders, integration));
    }

    [Theory]
    [InlineData(2, VoucherOrigin.ByHand)]
    [InlineData(9, VoucherOrigin.SieImport)]
    [InlineData(14, VoucherOrigin.Sales)]
    [InlineData(12, VoucherOrigin.Purchases)]
    [InlineData(10, VoucherOrigin.Bank)]
    [InlineData(22, VoucherOrigin.Other)]
    [InlineData(null, VoucherOrigin.Other)]
    public void A_voucher_comes_from_where_its_type_says(int? type, VoucherOrigin origin) => SpirisVoucherType.OriginOf(type).ShouldBe(origin);
}

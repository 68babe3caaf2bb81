using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpirisSandbox.Sales.Tests.Lists;

/// <summary>Every list of the API takes the same query options, whatever is in it.</summary>
public sealed partial class EveryListTests(FilledCompany company) : IClassFixture<FilledCompany>
{
    /// <summary>A list, and a property that tells its records apart at least in part.</summary>
    public static TheoryData<string, string> Lists => new()
    {
        { "/accountTypes", "Type" },
        { "/accountbalances/{date}", "AccountNumber" },
        { "/accounts", "Number" },
        { "/accounts/{fiscalyearId}", "Name" },
        { "/appstore/status", "ActivationStatus" },
        { "/articleaccountcodings", "Name" },
        { "/articlelabels", "Name" },
        { "/articles", "Number" },
        { "/attachments", "FileName" },
        { "/bankaccounts", "LedgerAccountNumber" },
        { "/banks", "Id" },
        { "/costcenters", "Number" },
        { "/countries", "IsEuMember" },
        { "/currencies", "Code" },
        { "/customerinvoicedrafts", "TotalAmount" },
        { "/customerinvoices", "CreatedUtc" },
        { "/customerlabels", "Id" },
        { "/customerledgeritems", "InvoiceNumber" },
        { "/customers", "CustomerNumber" },
        { "/customers/{customerId}/autoinvoicerecipients", "Name" },
        { "/deliverymethods", "Code" },
        { "/deliveryterms", "Name" },
        { "/fiscalyears", "StartDate" },
        { "/fiscalyears/openingbalances", "Balance" },
        { "/foreignpaymentcodes", "Code" },
        { "/orders", "Number" },
        { "/partnerresourcelinks", "Href" },
        { "/projects", "StartDate" },
        { "/salesdocumentattachments", "OriginalFilename" },
        { "/termsofpayments", "NumberOfDays" },
        { "/units", "Name" },
        { "/users", "Email" },
        { "/vatcodes", "VatRate" },
        { "/vatcodesrates", "Code" },
        { "/voucherdrafts", "VoucherText" },
        { "/vouchers", "VoucherDate" },
        { "/vouchers/{fiscalyearId}", "NumberAndNumberSeries" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_filtered_by_what_its_records_have(string path, string property)
    {
        var all = await AllAsync(path);
        var wanted = all[^1]![property]!.ToJsonString();

        var same = await ListAsync(path, $"$filter={property} eq {Literal(wanted)}");
        var others = await ListAsync(path, $"$filter=not ({property} eq {Literal(wanted)})&$pagesize=1000");

        Texts(same).ShouldBe(Texts(all.Where(record => Is(record, property, wanted))));
        Texts(others).ShouldBe(Texts(all.Where(record => !Is(record, property, wanted))));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_sorted_both_ways(string path, string property)
    {
        var all = await AllAsync(path);

        var ascending = await ListAsync(path, $"$orderby={property}&$pagesize=1000");
        var descending = await ListAsync(path, $"$orderby={property} desc&$pagesize=1000");

        Texts(ascending).ShouldBe(Texts(all.OrderBy(record => record![property], _byValue)));
        Texts(descending).ShouldBe(Texts(all.OrderByDescending(record => record![property], _byValue)));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_shows_only_what_is_selected(string path, string property)
    {
        var all = await AllAsync(path);

        var selected = await ListAsync(path, $"$select={property}&$pagesize=1000");

        Texts(selected).ShouldBe(all.Select(record =>
            new JsonObject { [property] = record![property]?.DeepClone() }.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task All_options_work_together(string path, string property)
    {
        var all = await AllAsync(path);

        var chosen = await ListAsync(
            path, $"$filter={property} ne null&$orderby={property} desc&$select={property}&$skip=1&$top=2");

        chosen.Select(record => record![property]!.ToJsonString()).ShouldBe(all
            .Select(record => record![property]).OrderDescending(_byValue).Skip(1).Take(2)
            .Select(value => value!.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task The_pages_of_a_list_are_the_list(string path, string _)
    {
        var all = await AllAsync(path);
        var size = (all.Count + 1) / 2;
        var from = Filled(path);

        var first = await company.Api.GetAsync($"{from}?$page=1&$pagesize={size}");
        var second = await ListAsync(path, $"$page=2&$pagesize={size}");
        var skipped = await ListAsync(path, $"$skip={all.Count - 1}&$top=1");

        Texts([.. first.Records, .. second]).ShouldBe(Texts(all));
        Texts(skipped).ShouldBe([all[^1]!.ToJsonString()]);
        first.Json["Meta"]!.AsObject().Select(pair => pair.Key).ShouldBe(
            ["CurrentPage", "PageSize", "TotalNumberOfPages", "TotalNumberOfResults", "ServerTimeUtc"]);
        ((int)first.Json["Meta"]!["TotalNumberOfResults"]!).ShouldBe(all.Count);
        ((int)first.Json["Meta"]!["PageSize"]!).ShouldBe(size);
    }

    [Fact]
    public async Task Every_list_stands_in_the_table()
    {
        var lists = new List<string>();
        foreach (var operation in company.Sandbox.Operations.Where(operation => operation.Method == "GET"))
        {
            var path = Constraint().Replace(operation.Path["/v2".Length..], "}");
            var answer = await company.Api.GetAsync(Filled(path));
            if (answer is { Status: HttpStatusCode.OK, ContentType: "application/json; charset=utf-8" }
                && answer.Json is JsonObject body
                && body.ContainsKey("Meta"))
            {
                lists.Add(path);
            }
        }

        // Standard accounts are Dutch only: the list is always empty.
        lists.Except(["/accounts/standardaccounts"]).ShouldBe(Lists.Select(row => row.Data.Item1), ignoreOrder: true);
    }

    private static readonly Comparer<JsonNode?> _byValue = Comparer<JsonNode?>.Create((left, right) =>
        left?.GetValueKind() == JsonValueKind.Number && right?.GetValueKind() == JsonValueKind.Number
            ? left.GetValue<decimal>().CompareTo(right.GetValue<decimal>())
            : string.Compare(left?.ToString(), right?.ToString(), StringComparison.OrdinalIgnoreCase));

    private string Filled(string path) => Parameter().Replace(path, parameter => parameter.Value switch
    {
        "{fiscalyearId}" => company.Year.ToString(),
        "{customerId}" => company.Customer.ToString(),
        "{date}" => "2026-11-20",
        _ => Guid.Empty.ToString(),
    });

    private Task<JsonArray> AllAsync(string path) => ListAsync(path, "$pagesize=1000");

    private async Task<JsonArray> ListAsync(string path, string query) =>
        (await company.Api.GetAsync($"{Filled(path)}?{query}")).ShouldBe(HttpStatusCode.OK).Records;

    private static bool Is(JsonNode? record, string property, string json) =>
        record![property]?.ToJsonString() == json;

    private static IEnumerable<string> Texts(IEnumerable<JsonNode?> records) =>
        records.Select(record => record!.ToJsonString());

    // Texts stand in single quotes; ids, dates, numbers and truth values without.
    private static string Literal(string json)
    {
        var text = JsonNode.Parse(json)!.ToString();
        return json[0] == '"' && !Guid.TryParse(text, out _) && !Date().IsMatch(text)
            ? $"'{Uri.EscapeDataString(text)}'"
            : text;
    }

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T|$)")]
    private static partial Regex Date();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>Puts real values in the place of path parameters, found over the wire as a client would find them.</summary>
public sealed partial class Addresses(WireClient client)
{
    public async Task<string> ResolveAsync(string method, string template)
    {
        var resolved = new List<string>();
        foreach (var part in template.Split('/'))
        {
            var parent = string.Join('/', resolved);
            resolved.Add(Parameter().Match(part) is { Success: true } match
                ? await ValueAsync(method, parent, match.Groups["name"].Value) + match.Groups["end"].Value
                : part);
        }

        return string.Join('/', resolved) + Query(template);
    }

    private static string Query(string template) =>
        template.EndsWith("/exchangerate", StringComparison.Ordinal)
            ? "?sourceCurrencyCode=EUR&targetCurrencyCode=SEK"
            : "";

    private async Task<string> ValueAsync(string method, string parent, string parameter) => parameter switch
    {
        "date" or "toDate" => "2026-11-20",
        "fromDate" => "2026-01-01",
        "accountNumber" => "1910",
        "countrycode" => "SE",
        "itemId" or "costCenterItemId" => await FirstItemAsync(),
        "fiscalyearId" => Id(await YearAsync()),
        _ when parent == "/v2/fiscalyears" => Id(await YearAsync()),
        _ when method == "GET" => Id((await client.ListAsync(parent)).FirstOrDefault()),

        // What is changed or taken away is what was made last, so that nothing else has come to hang on it.
        _ => Id((await client.ListAsync(parent)).LastOrDefault()),
    };

    private async Task<string> FirstItemAsync() =>
        Id((await client.ListAsync("/v2/costcenters")).SelectMany(center => center!["Items"]!.AsArray()).First());

    private async Task<JsonNode?> YearAsync() => (await client.ListAsync("/v2/fiscalyears"))
        .Single(year => year!["StartDate"]!.GetValue<string>().StartsWith("2026", StringComparison.Ordinal));

    // What is not there cannot be found: the 404 of an id that nobody has says so.
    private static string Id(JsonNode? record) => record?["Id"]!.GetValue<string>() ?? Guid.Empty.ToString();

    // {attachmentId:guid}.pdf is a parameter too.
    [GeneratedRegex("^{(?<name>\\w+)(:\\w+)?}(?<end>.*)$")]
    private static partial Regex Parameter();
}

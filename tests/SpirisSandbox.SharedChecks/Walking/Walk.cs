using System.Text.Json.Nodes;
using SpirisSandbox.Api;
using SpirisSandbox.SharedChecks.Comparing;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>Calls operations one by one and gathers where they differ from the documents.</summary>
internal sealed class Walk
{
    private const string ContentType = "application/json; charset=utf-8";

    private readonly WireClient _client;
    private readonly Addresses _addresses;
    private readonly Samples _samples = new();
    private readonly Stage _stage;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, WireAnswer> _answers = [];

    public Walk(WireClient client)
    {
        _client = client;
        _addresses = new Addresses(client);
        _stage = new Stage(client, _samples);
    }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>What each operation answered that did not refuse.</summary>
    public IReadOnlyDictionary<string, WireAnswer> Answers => _answers;

    public async Task CallAsync(ApiOperation operation)
    {
        var key = PublishedOperation.KeyOf(operation.Method, operation.Path);
        if (NewerOperations.Find(key) is not { } documented)
        {
            _findings.Add(new Finding(key, Difference.NewOperation, "no document has it"));
            return;
        }

        var path = await _stage.SetAsync(key) ?? await _addresses.ResolveAsync(operation.Method, operation.Path);
        var input = InputModels.Of(key, documented);
        var body = input is null ? null : _samples.Body(input);
        var answer = await _client.SendAsync(operation.Method, path, body);
        if (answer.Status >= 400)
        {
            _findings.Add(new Finding(key, Difference.BodyRefused, $"{answer.Status} {answer.Text}"));
            return;
        }

        _answers.Add(key, answer);
        _findings.AddRange(Compare(key, documented, answer));
        if (input is not null && body is not null)
        {
            if (InputModels.Answer(key, documented) == input)
            {
                var kept = new KeptValues(_client, _samples, operation.Method, path);
                _findings.AddRange(await kept.CompareAsync(input, body, answer.Json!));
            }

            var spoilt = new SpoiltBodies(_client, _samples, operation.Method, path);
            _findings.AddRange(await spoilt.SendAllAsync(input));
        }
    }

    private static IEnumerable<Finding> Compare(string key, PublishedOperation documented, WireAnswer answer)
    {
        if (answer.Status != documented.Status)
        {
            yield return new Finding(key, Difference.Answer, $"status {answer.Status}, documented {documented.Status}");
        }

        var isBlank = answer.Text.Length == 0;
        if (!isBlank && answer.ContentType != ContentType)
        {
            yield return new Finding(key, Difference.Answer, $"content type {answer.ContentType}");
            yield break;
        }

        if (isBlank != (InputModels.Answer(key, documented) is null))
        {
            yield return new Finding(key, Difference.Answer, isBlank ? "no body" : answer.Text);
        }
        else if (!isBlank)
        {
            foreach (var finding in CompareBody(key, documented, answer.Json))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> CompareBody(string key, PublishedOperation documented, JsonNode? body)
    {
        var model = InputModels.Answer(key, documented)!;
        switch (InputModels.Shape(key, documented))
        {
            case AnswerShape.One:
                return BodyComparison.Compare(model, body);
            case AnswerShape.Array:
                return body!.AsArray().SelectMany(record => BodyComparison.Compare(model, record));
            default:
                var envelope = body!.AsObject();
                string[] names = [.. envelope.Select(pair => pair.Key).Order(StringComparer.Ordinal)];
                return names is not ["Data", "Meta"]
                    ? [new Finding(key, Difference.Answer, string.Join(", ", names))]
                    : BodyComparison.Compare("PaginationMetadata", envelope["Meta"])
                        .Concat(Records(key, envelope["Data"]!.AsArray(), model));
        }
    }

    // A list that is empty proves nothing about its model.
    private static IEnumerable<Finding> Records(string key, JsonArray records, string model) => records.Count == 0
        ? [new Finding(key, Difference.Answer, "an empty list")]
        : records.SelectMany(record => BodyComparison.Compare(model, record));
}

using Microsoft.Extensions.Time.Testing;
using SpirisSandbox.Api;
using SpirisSandbox.SharedChecks.Comparing;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>
/// A sandbox whose every operation has been called once over the wire, and every difference from the documents that this
/// brought to light. The tests only read it.
/// </summary>
public sealed class WalkedSandbox : IAsyncLifetime
{
    private const string Restaurant = "559999-9991";
    private static readonly DateTimeOffset _evening = new(2026, 11, 20, 21, 0, 0, TimeSpan.Zero);

    // A file hangs on an invoice, an invoice on a customer.
    private static readonly string[] _hangOnOthers =
        ["invoice", "orders", "attachmentlinks", "documentattachments", "ledgeritems", "resourcelinks"];

    private Sandbox? _sandbox;

    public IReadOnlyList<ApiOperation> Operations { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What each operation answered that was called and did not refuse.</summary>
    public IReadOnlyDictionary<string, WireAnswer> Answers { get; private set; } = new Dictionary<string, WireAnswer>();

    /// <summary>The documented operations that the sandbox does not have.</summary>
    public IReadOnlyList<PublishedOperation> NotImitated { get; private set; } = [];

    /// <summary>Those of them that answer with something else than 404 or 405 and code 3000.</summary>
    public IReadOnlyList<string> NotRefused { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (!PublishedFile.IsHere)
        {
            return;
        }

        var options = new SandboxOptions { RateLimit = new RateLimitOptions { Enabled = false } };
        _sandbox = await Sandbox.StartAsync(options, new FakeTimeProvider(_evening));
        Operations = _sandbox.Operations;
        string[] scopes = [Scope.Api, Scope.Sales, Scope.Accounting, Scope.Purchase];
        using var client = new WireClient(_sandbox.Address, _sandbox.AccessToken(Restaurant, scopes));
        var walk = new Walk(client);
        foreach (var operation in Operations.OrderBy(Turn).ThenBy(operation => operation.Path, StringComparer.Ordinal))
        {
            await walk.CallAsync(operation);
        }

        Findings = [.. walk.Findings.Concat(OperationComparison.Compare(Operations))];
        Answers = walk.Answers;
        NotImitated = [.. PublishedOperation.All.Where(documented => Operations.All(operation =>
            PublishedOperation.KeyOf(operation.Method, operation.Path) != documented.Key))];
        NotRefused = await NotRefusedAsync(client);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<string>> NotRefusedAsync(WireClient client)
    {
        var wrong = new List<string>();
        foreach (var operation in NotImitated)
        {
            var path = PublishedOperation.Fill(operation.Path, Guid.Empty.ToString());
            var answer = await client.SendAsync(operation.Method, path, body: null);
            if (answer.Status is not (404 or 405) || answer.Json?["ErrorCode"]?.GetValue<int>() != 3000)
            {
                wrong.Add($"{operation.Key}: {answer.Status} {answer.Text}");
            }
        }

        return wrong;
    }

    // Things are made (customers before their invoices), changed, read, turned into others, and taken away last.
    private static int Turn(ApiOperation operation) => operation.Method switch
    {
        "POST" when operation.Path.Contains('{', StringComparison.Ordinal) => 4,
        "POST" => _hangOnOthers.Any(part => operation.Path.Contains(part, StringComparison.Ordinal)) ? 1 : 0,
        "PUT" => 2,
        "GET" => 3,
        _ => 5,
    };
}

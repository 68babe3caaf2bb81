using System.Text.Json.Nodes;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.Walking;

/// <summary>
/// Makes what an operation needs before it can give a good answer: an order in the right state, an invoice that is
/// overdue, a file on a document. All of it over the wire, as a client would.
/// </summary>
internal sealed class Stage(WireClient client, Samples samples)
{
    private const int Draft = 1;
    private const int Ongoing = 2;
    private const int Shipped = 3;

    private const string Attached = "/v2/salesdocumentattachments";

    /// <summary>Sets the stage, also for the bodies that <see cref="Samples"/> makes next.</summary>
    /// <returns>The path to call; null when any record that is there will do.</returns>
    public async Task<string?> SetAsync(string key)
    {
        samples.Given = new Dictionary<string, JsonNode>();
        await samples.LookAroundAsync(client);
        return key switch
        {
            "POST /v2/attachmentlinks" => await LinkableAsync(),
            "DELETE /v2/attachmentlinks/{}" => await LinkedAsync(),
            "GET /v2/documents/{}" => $"/v2/documents/{await ExportedAsync()}",
            "POST /v2/customerinvoices/{}/paymentreminders" =>
                $"/v2/customerinvoices/{await OverdueInvoiceAsync()}/paymentreminders",
            "POST /v2/customerinvoices/{}/void" => $"/v2/customerinvoices/{await MakeAsync("customerinvoices")}/void",
            "POST /v2/orders/{}/converteddrafttoorder" => await OrderAsync(Draft, "converteddrafttoorder"),
            "POST /v2/orders/{}/completed" => await OrderAsync(Ongoing, "completed"),
            "POST /v2/orders/{}/voided" => await OrderAsync(Shipped, "voided"),
            "POST /v2/orders/{}/backorder" => await OrderAsync(Shipped, "backorder"),
            "POST /v2/orders/{}/convert" => await OrderAsync(Shipped, "convert", delivered: 1),
            _ when key.StartsWith($"POST {Attached}", StringComparison.Ordinal) =>
                await AttachableAsync(key["POST ".Length..]),
            _ when key.StartsWith($"DELETE {Attached}", StringComparison.Ordinal) =>
                await AttachedAsync(key["DELETE ".Length..].Replace("/{}", "", StringComparison.Ordinal)),
            _ when key.StartsWith("DELETE ", StringComparison.Ordinal) => await OneMoreAsync(key["DELETE ".Length..]),
            _ => null,
        };
    }

    // What is taken away is made for it: what stood there before may be in use by now.
    private async Task<string?> OneMoreAsync(string path)
    {
        var parent = path[..path.LastIndexOf('/')];
        return NewerOperations.Find($"POST {parent}") is { Input: not null }
            ? $"{parent}/{await MakeAsync(parent["/v2/".Length..])}"
            : null;
    }

    private async Task<string?> LinkableAsync()
    {
        samples.Given = new Dictionary<string, JsonNode>
        {
            ["AttachmentLinkApi.DocumentId"] = (await client.ListAsync("/v2/vouchers"))[0]!["Id"]!,
            ["AttachmentLinkApi.AttachmentIds"] = new JsonArray(await MakeAsync("attachments")),
        };
        return null;
    }

    private async Task<string?> LinkedAsync()
    {
        await LinkableAsync();
        await MadeAsync("attachmentlinks");
        return $"/v2/attachmentlinks/{samples.Given["AttachmentLinkApi.AttachmentIds"][0]}";
    }

    private async Task<string> ExportedAsync()
    {
        var export = await client.GetAsync("/v2/sie4export/2026-01-01/2026-12-31");
        return Id(export);
    }

    private Task<string> OverdueInvoiceAsync() => MakeAsync(
        "customerinvoices",
        ("CustomerInvoiceApi.InvoiceDate", "2026-10-01"),
        ("CustomerInvoiceApi.DueDate", "2026-10-31"));

    private async Task<string?> OrderAsync(int status, string step, int delivered = 0)
    {
        var order = await MakeAsync(
            "orders", ("OrderApi.Status", status), ("OrderRowApi.DeliveredQuantity", delivered));
        return $"/v2/orders/{order}/{step}";
    }

    private async Task<string?> AttachableAsync(string path)
    {
        var kind = path[Attached.Length..].Trim('/') is { Length: > 0 } named ? named : "customerinvoicedraft";
        var document = await MakeAsync(kind + "s");
        samples.Given = new Dictionary<string, JsonNode>
        {
            ["SalesDocumentAttachmentUploadApi.DockumentId"] = document,
        };
        return null;
    }

    private async Task<string?> AttachedAsync(string path)
    {
        await AttachableAsync(path);
        var file = await MadeAsync(path["/v2/".Length..]);
        return $"{path}/{file["DocumentId"]}/{file["Id"]}";
    }

    /// <summary>Makes one of a resource, as its sample is but for what is given.</summary>
    /// <returns>Its id.</returns>
    private async Task<string> MakeAsync(string resource, params (string Name, JsonNode Value)[] given)
    {
        samples.Given = given.ToDictionary(pair => pair.Name, pair => pair.Value);
        var id = (await MadeAsync(resource))["Id"]!.GetValue<string>();
        samples.Given = new Dictionary<string, JsonNode>();
        return id;
    }

    private async Task<JsonNode> MadeAsync(string resource)
    {
        var model = NewerOperations.Find($"POST /v2/{resource}")!.Input!;
        var answer = await client.SendAsync("POST", $"/v2/{resource}", samples.Body(model));
        return answer.Status < 400
            ? answer.Json!
            : throw new InvalidOperationException($"POST {resource}: {answer.Status} {answer.Text}");
    }

    private static string Id(WireAnswer answer) => answer.Json!["Id"]!.GetValue<string>();
}

using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>
/// A client with a strict decoder: its types are made of the document of 2021-10 and compiled in memory, a stranger's
/// reading of the API of which nothing is kept.
/// </summary>
/// <remarks>
/// It writes as such clients do: every property it knows, the read-only ones as null. It reads as they do: a required
/// property that is missing, a null that has no place or another type stops it.
/// </remarks>
public sealed class GeneratedClient(HttpClient http)
{
    private static readonly Lazy<Assembly> _models = new(GeneratedModels.Compile);
    private static readonly JsonSerializerOptions _json = new() { RespectNullableAnnotations = true };

    /// <summary>An empty record of a generated model.</summary>
    public static dynamic New(string model) => Activator.CreateInstance(TypeOf(model))!;

    /// <summary>A list with one record of a generated model in it.</summary>
    public static dynamic ListOf(string model, dynamic record)
    {
        dynamic list = Activator.CreateInstance(typeof(List<>).MakeGenericType(TypeOf(model)))!;
        list.Add(record);
        return list;
    }

    /// <summary>Decodes a record of a generated model.</summary>
    /// <exception cref="JsonException">It is not as the model says.</exception>
    public static object Read(string model, string text) => JsonSerializer.Deserialize(text, TypeOf(model), _json)!;

    public Task<dynamic> ListAsync(string model, string path) => GetAsync($"PaginatedResponse[{model}]", path);

    public Task<dynamic> GetAsync(string model, string path) => SendAsync("GET", path, null, HttpStatusCode.OK, model);

    public Task<dynamic> PostAsync(string model, string path, object body) =>
        SendAsync("POST", path, body, HttpStatusCode.Created, model);

    public Task<dynamic> PutAsync(string model, string path, object body) =>
        SendAsync("PUT", path, body, HttpStatusCode.OK, model);

    /// <summary>A POST without a body: a step with what is there, such as an order that is invoiced.</summary>
    public Task<dynamic> StepAsync(string model, string path) =>
        SendAsync("POST", path, null, HttpStatusCode.OK, model);

    private async Task<dynamic> SendAsync(string method, string path, object? body, HttpStatusCode status, string model)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/v2/" + path);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: _json);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return Read(model, text);
    }

    private static Type TypeOf(string model) => _models.Value.GetType(GeneratedModels.NameOf(model), throwOnError: true)!;
}

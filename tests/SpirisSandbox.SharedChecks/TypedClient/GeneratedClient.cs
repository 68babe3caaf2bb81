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

    public Task<dynamic> ListAsync(string model, string path) => GetAsync($"PaginatedResponse[{model}]", path);

    public async Task<dynamic> GetAsync(string model, string path)
    {
        using var answer = await http.GetAsync("/v2/" + path);
        return await ReadAsync(answer, HttpStatusCode.OK, model);
    }

    public async Task<dynamic> PostAsync(string model, string path, object body)
    {
        using var content = JsonContent.Create(body, body.GetType(), options: _json);
        using var answer = await http.PostAsync("/v2/" + path, content);
        return await ReadAsync(answer, HttpStatusCode.Created, model);
    }

    private static async Task<object> ReadAsync(HttpResponseMessage answer, HttpStatusCode status, string model)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        return JsonSerializer.Deserialize(text, TypeOf(model), _json)!;
    }

    private static Type TypeOf(string model) => _models.Value.GetType(GeneratedModels.NameOf(model), throwOnError: true)!;
}

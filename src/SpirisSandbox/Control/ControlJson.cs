using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpirisSandbox.Api;

namespace SpirisSandbox.Control;

/// <summary>JSON of <c>/__sandbox</c>: our own, so camel case and words for enums.</summary>
public static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new AmountConverter() },
    };
}

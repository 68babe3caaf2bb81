using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SpirisSandbox.Api;

/// <summary>
/// How the API writes and reads JSON: names as they stand, nulls written, numbers without needless zeros.
/// </summary>
/// <remarks>
/// Options are shared by all sandboxes of a process that agree on their assumptions, since a set of options learns its
/// types only once.
/// </remarks>
public static class WireJson
{
    private static readonly ConcurrentDictionary<int, JsonSerializerOptions> _byDigits = new();

    public static JsonSerializerOptions For(SandboxAssumptions assumptions) =>
        _byDigits.GetOrAdd(assumptions.StampFractionalDigits, Create);

    private static JsonSerializerOptions Create(int stampDigits) => new()
    {
        PropertyNamingPolicy = null,
        PropertyNameCaseInsensitive = true,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new CalendarDateConverter(), new StampConverter(stampDigits), new AmountConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DropWhatIsNotOnTheWire } },
    };

    private static void DropWhatIsNotOnTheWire(JsonTypeInfo type)
    {
        for (var position = type.Properties.Count - 1; position >= 0; position--)
        {
            if (type.Properties[position].AttributeProvider?.IsDefined(typeof(NotOnTheWireAttribute), false) == true)
            {
                type.Properties.RemoveAt(position);
            }
        }
    }
}

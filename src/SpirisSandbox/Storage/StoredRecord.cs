using System.Text.Json;
using SpirisSandbox.State;

namespace SpirisSandbox.Storage;

/// <summary>A record of the state in the form it is stored in.</summary>
/// <param name="Company">Null for users, grants and tickets, which belong to no company.</param>
/// <param name="Kind">The register it belongs to, such as <c>vouchers</c>.</param>
/// <param name="Key">Its key in that register, as JSON.</param>
public sealed record StoredRecord(Guid? Company, string Kind, string Key, JsonElement Record)
{
    /// <summary>
    /// Unlike on the wire, everything a record holds is written: also what no client sees. What follows from the rest is not.
    /// </summary>
    internal static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true };

    /// <summary>A record that was put.</summary>
    internal static StoredRecord Of(Guid? company, Change change) => new(
        company, change.Kind, KeyOf(change), JsonSerializer.SerializeToElement(change.Record, change.Record!.GetType(), Json));

    internal static string KeyOf(Change change) => JsonSerializer.Serialize(change.Key, change.Key.GetType(), Json);

    internal T Read<T>() => Record.Deserialize<T>(Json) ?? throw new JsonException($"A record of {Kind} is null.");
}

using System.Text.Json;

namespace OpenOne.Cli.BackOffice;

/// <summary>Reads members that may be absent or of another type: what is only shown is never worth a failure.</summary>
internal static class LenientJson
{
    /// <summary>A member's text, or the digits of its number.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
            ? value.ToString()
            : null;

    /// <summary>A member's number, where it is one that <see cref="decimal"/> holds.</summary>
    public static decimal? Number(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number)
            ? number
            : null;

    /// <summary>A member's whole number.</summary>
    public static long? WholeNumber(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>The items of a member that is an array; none otherwise.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>A member of any type; <c>null</c> where it, or the object around it, is not there.</summary>
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
}

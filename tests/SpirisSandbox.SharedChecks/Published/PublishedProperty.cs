using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SpirisSandbox.SharedChecks.Published;

/// <summary>The JSON a property is documented to hold. <see cref="Model"/> is an object with a model of its own.</summary>
public enum WireType
{
    Text,
    Uuid,
    Time,
    Whole,
    Number,
    Boolean,
    Model,
}

/// <summary>A property of a published model.</summary>
/// <param name="Model">The model of the value or of each item, when <see cref="Type"/> is a model.</param>
/// <param name="MayBeNull">Null when the document does not say.</param>
public sealed partial record PublishedProperty(string Name, WireType Type, string? Model, bool IsList, bool? MayBeNull)
{
    public bool IsRequired { get; init; }

    public bool IsReadOnly { get; init; }

    public int? MaximumLength { get; init; }

    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>The whole numbers that are allowed; empty when the document names none.</summary>
    public IReadOnlyList<int> Codes { get; init; } = [];

    /// <summary>As the extract of 2026-09 writes it: <c>string? 0..60</c>, <c>R</c> or <c>RO</c>, and a note.</summary>
    public static PublishedProperty Of2026(JsonNode node)
    {
        var form = Form().Match(Text(node, "type"));
        var flags = Text(node, "flags").Split(' ');
        var type = TypeOf(form.Groups["type"].Value);
        var isText = type == WireType.Text;
        return new PublishedProperty(
            Text(node, "name"),
            type,
            type == WireType.Model ? form.Groups["type"].Value : null,
            form.Groups["list"].Success,
            form.Groups["null"].Success)
        {
            IsRequired = flags.Contains("R"),
            IsReadOnly = flags.Contains("RO"),
            MaximumLength = isText ? (int?)Number(form.Groups["most"].Value) : null,
            Least = isText ? null : Number(form.Groups["least"].Value),
            Most = isText ? null : Number(form.Groups["most"].Value),
            Codes = type == WireType.Whole ? CodesIn(Text(node, "note")) : [],
        };
    }

    /// <summary>As the document of 2024-05 has it, which lost what may be null and what is read-only.</summary>
    public static PublishedProperty Of2024(string name, JsonNode node, bool isReadOnly)
    {
        var type = Text(node, "type");
        var isList = type.EndsWith("[]", StringComparison.Ordinal);
        var item = isList ? type[..^2] : type;
        var format = node["format"]?.GetValue<string>();
        var wire = TypeOf(format is "uuid" ? format : item);
        var isRequired = node["required"]?.GetValue<bool>() == true;
        return new PublishedProperty(name, wire, wire == WireType.Model ? item : null, isList, isRequired ? false : null)
        {
            IsRequired = isRequired && !isReadOnly,
            IsReadOnly = isReadOnly,
            MaximumLength = node["maxLength"]?.GetValue<int>(),
            Codes = [.. (node["enum"]?.AsArray() ?? []).Select(code =>
                int.Parse(code!.GetValue<string>(), CultureInfo.InvariantCulture))],
        };
    }

    // "0 None, 1 Month": a note that begins with a number and a name lists what is allowed.
    private static int[] CodesIn(string note) => !BeginsWithCode().IsMatch(note)
        ? []
        : [.. Code().Matches(note).Select(code => int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture))];

    private static WireType TypeOf(string type) => type switch
    {
        "string" => WireType.Text,
        "uuid" => WireType.Uuid,
        "date-time" or "DateTime" => WireType.Time,
        "int" or "int32" or "int64" => WireType.Whole,
        "number" or "double" => WireType.Number,
        "bool" => WireType.Boolean,
        _ => WireType.Model,
    };

    private static decimal? Number(string text) =>
        text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    [GeneratedRegex(@"^(?<type>[\w-]+)(?<list>\[\])?(?<null>\?)?( (?<least>\d+)\.\.(?<most>\d*))?$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^\d+ [A-Z]")]
    private static partial Regex BeginsWithCode();

    [GeneratedRegex(@"(?:^|, )(\d+) [A-Z]")]
    private static partial Regex Code();
}

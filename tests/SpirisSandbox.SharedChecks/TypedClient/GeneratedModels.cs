using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>Makes C# types of the definitions of a Swagger 2.0 document, as the usual generators do.</summary>
/// <remarks>A property that is required must be there and is never null; any other may be absent or null.</remarks>
internal static class GeneratedModels
{
    public static Assembly Compile()
    {
        var definitions = PublishedFile.Json("swagger-2021-10.json")["definitions"]!.AsObject();
        var source = new StringBuilder("#nullable enable\n");
        foreach (var (name, definition) in definitions.Where(pair => IsOfTheWire(pair.Key)))
        {
            source.Append(Class(name, definition!.AsObject()));
        }

        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(source.ToString())],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    /// <summary>The name of a definition as C# can write it.</summary>
    public static string NameOf(string definition) =>
        definition.Replace("[", "Of", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    // The document also holds the innards of the server's query library.
    private static bool IsOfTheWire(string name) =>
        name.StartsWith("Pagina", StringComparison.Ordinal)
        || name == "RelatedAccounts"
        || (!name.Contains('[', StringComparison.Ordinal) && name.EndsWith("api", StringComparison.OrdinalIgnoreCase));

    private static string Class(string name, JsonObject definition)
    {
        var required = (definition["required"]?.AsArray() ?? []).Select(node => node!.GetValue<string>()).ToHashSet();
        var text = new StringBuilder($"public class {NameOf(name)} {{\n");
        foreach (var (property, schema) in definition["properties"]!.AsObject())
        {
            var isRequired = required.Contains(property);
            var type = TypeOf(schema!);
            text.Append(isRequired ? "[System.Text.Json.Serialization.JsonRequired] " : "");
            text.Append("public ").Append(type).Append(isRequired ? " " : "? ").Append(property).Append(" { get; set; }");
            text.Append(isRequired && !IsValue(type) ? Initial(type) : "").Append('\n');
        }

        return text.Append("}\n").ToString();
    }

    private static string Initial(string type) => type == "string" ? " = \"\";" : " = new();";

    private static bool IsValue(string type) => type is "bool" or "int" or "long" or "double"
        || type.StartsWith("System.Guid", StringComparison.Ordinal)
        || type == "System.DateTimeOffset";

    private static string TypeOf(JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>().Split('/')[^1] is { } reference)
        {
            return IsOfTheWire(reference) ? NameOf(reference) : "object";
        }

        return (schema["type"]?.GetValue<string>(), schema["format"]?.GetValue<string>()) switch
        {
            ("array", _) => $"System.Collections.Generic.List<{TypeOf(schema["items"]!)}>",
            ("string", "uuid") => "System.Guid",
            ("string", "date-time") => "System.DateTimeOffset",
            ("string", _) => "string",
            ("integer", "int64") => "long",
            ("integer", _) => "int",
            ("number", _) => "double",
            ("boolean", _) => "bool",
            _ => "object",
        };
    }
}

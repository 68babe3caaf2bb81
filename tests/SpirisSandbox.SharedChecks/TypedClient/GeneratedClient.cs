using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;
using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>
/// A client that NSwag makes of the document of 2021-10, compiled in memory: a stranger's reading of the API, of which
/// nothing is kept.
/// </summary>
public sealed class GeneratedClient
{
    private const string Namespace = "Generated";
    private const string Name = "EAccounting";

    private static readonly Lazy<Task<Assembly>> _compiled = new(CompileAsync);

    private readonly Assembly _assembly;

    private GeneratedClient(Assembly assembly, HttpClient http)
    {
        _assembly = assembly;
        Api = Activator.CreateInstance(assembly.GetType($"{Namespace}.{Name}", throwOnError: true)!, http)!;
    }

    /// <summary>The generated client; its methods are named after the operation ids of the document.</summary>
    public dynamic Api { get; }

    public static async Task<GeneratedClient> ForAsync(HttpClient http) => new(await _compiled.Value, http);

    /// <summary>An empty record of a generated model.</summary>
    public dynamic New(string model) =>
        Activator.CreateInstance(_assembly.GetType($"{Namespace}.{model}", throwOnError: true)!)!;

    private static async Task<Assembly> CompileAsync()
    {
        var document = await OpenApiDocument.FromJsonAsync(PublishedFile.Text("swagger-2021-10.json"));
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = Name,
            UseBaseUrl = false,
            OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
            CSharpGeneratorSettings =
            {
                Namespace = Namespace,
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
            },
        };
        return Compile(new CSharpClientGenerator(document, settings).GenerateFile());
    }

    private static Assembly Compile(string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            Namespace,
            [CSharpSyntaxTree.ParseText(source)],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}

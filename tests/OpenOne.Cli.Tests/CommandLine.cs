using System.Text;
using System.Text.Json;

namespace OpenOne.Cli.Tests;

/// <summary>Runs <c>openone</c> in a directory of its own, on a clock that does not make anybody wait.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly Dictionary<string, string> _variables = [];

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("openone-").FullName;

    public SteppingClock Clock { get; init; } = new();

    /// <summary>What a run left behind.</summary>
    public sealed record Ended(int Code, string Output, string Error)
    {
        public JsonElement Json => JsonElement.Parse(Output);
    }

    public CommandLine With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public CommandLine WithFile(string path, string content)
    {
        var full = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Directory, path)).ReplaceLineEndings("\n");

    public Task<Ended> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<Ended> RunWithInputAsync(string input, params string[] arguments)
    {
        using var standardInput = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await OpenOneCommand.RunAsync(
            arguments, new Surroundings(standardInput, output, error, Directory, _variables.GetValueOrDefault, Clock));
        return new Ended(code, output.ToString(), error.ToString());
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}

namespace SpirisSandbox;

/// <summary>The executable: the same sandbox as the library's, with its options from configuration.</summary>
/// <remarks>
/// Options stand in the section <c>Sandbox</c>: <c>--Sandbox:RateLimit:Enabled=false</c>. The file the state is kept in has
/// a shorter name beside it: <c>--Storage:File=sandbox.db</c>.
/// </remarks>
internal static class Program
{
    private static readonly Dictionary<string, string> _shortNames = new()
    {
        ["--Storage:File"] = "Sandbox:Storage:File",
    };

    private static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Configuration.AddCommandLine(args, _shortNames);
        var options = builder.Configuration.GetSection("Sandbox").Get<SandboxOptions>() ?? new SandboxOptions();
        var app = SandboxHost.Build(builder, options, TimeProvider.System);
        await app.RunAsync();
    }
}

namespace SpirisSandbox;

/// <summary>The executable: the same sandbox as the library's, with its options from configuration.</summary>
/// <remarks>Options stand in the section <c>Sandbox</c>: <c>--Sandbox:RateLimit:Enabled=false</c>.</remarks>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var options = builder.Configuration.GetSection("Sandbox").Get<SandboxOptions>() ?? new SandboxOptions();
        var app = SandboxHost.Build(builder, options, TimeProvider.System);
        await app.RunAsync();
    }
}

using Microsoft.AspNetCore.Components;

namespace SpirisSandbox.Pages;

/// <summary>What every page has: the texts in the reader's language.</summary>
public abstract class SandboxPage : ComponentBase
{
    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    protected Words Words => field ??= Words.For(Http.HttpContext);
}

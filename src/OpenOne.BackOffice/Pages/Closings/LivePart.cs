using Microsoft.AspNetCore.Components;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>A part of a page that is alive: it reads once with the page, and again whenever something has
/// changed.</summary>
public abstract class LivePart : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _close = new();
    private readonly CancellationToken _closed;

    /// <summary>A part of a page that is open.</summary>
    protected LivePart() => _closed = _close.Token;

    [Inject]
    private ClosingWatch Watch { get; set; } = null!;

    [Inject]
    private IHostApplicationLifetime Server { get; set; } = null!;

    /// <summary>Whether a company's change matters to the part.</summary>
    protected abstract bool Concerns(Guid companyId);

    /// <summary>Reads what the part shows.</summary>
    protected abstract Task ReadAsync(CancellationToken cancellation);

    /// <summary>Whether the part already has something to show, from the page that it came with.</summary>
    protected abstract bool HasRead { get; }

    protected override Task OnInitializedAsync() => HasRead ? Task.CompletedTask : ReadAsync(_closed);

    protected override void OnAfterRender(bool firstRender)
    {
        // Comes only where the page is alive: what is rendered once, for the first answer, is never "after render".
        if (firstRender)
        {
            _ = WatchAsync();
        }
    }

    private async Task WatchAsync()
    {
        // A page that is open while the server stops reads no more: what it would read from is going away.
        using var until = CancellationTokenSource.CreateLinkedTokenSource(_closed, Server.ApplicationStopping);
        try
        {
            await Watch.RunAsync(Concerns, end => InvokeAsync(() => ReadAndShowAsync(end)), until.Token);
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task ReadAndShowAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        StateHasChanged();
    }

    public void Dispose()
    {
        _close.Cancel();
        _close.Dispose();
        GC.SuppressFinalize(this);
    }
}

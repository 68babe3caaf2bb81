using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenOne.BackOffice.Tests;

/// <summary>Lies between the server and Spiris and can hold a request: before it is passed on, or after its work is done and
/// before the answer is passed back. A process killed meanwhile was killed at exactly that point.</summary>
public sealed class HoldingProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly Uri _target;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _held;
    private HoldAt _at;
    private string _path = "";
    private bool _evenIfGivenUp;

    private HoldingProxy(WebApplication app, Uri target) => (_app, _target) = (app, target);

    public enum HoldAt
    {
        BeforeSpiris = 1,
        BeforeTheAnswer = 2,
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<HoldingProxy> StartAsync(Uri target)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var proxy = new HoldingProxy(app, target);
        app.Run(proxy.PassAsync);
        await app.StartAsync();
        return proxy;
    }

    /// <summary>Lets what is held go on its way, and whatever is held later.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Holds the next voucher until it is released, or for ever.</summary>
    /// <returns>Completed when it is held.</returns>
    /// <param name="at">Where.</param>
    /// <param name="evenIfGivenUp">Whether it goes on its way in the end although its sender has given up: a slow network.</param>
    public Task HoldNextVoucher(HoldAt at, bool evenIfGivenUp = false)
    {
        _evenIfGivenUp = evenIfGivenUp;
        return HoldNext("/v2/vouchers", at);
    }

    /// <summary>Holds the next POST to a path for ever.</summary>
    /// <returns>Completed when it is held.</returns>
    public Task HoldNext(string path, HoldAt at)
    {
        (_path, _at) = (path, at);
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _held.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var isSought = context.Request.Method == "POST" && context.Request.Path.Value == _path;
        var held = isSought ? Interlocked.Exchange(ref _held, null) : null;
        if (held is not null && _at is HoldAt.BeforeSpiris)
        {
            if (_evenIfGivenUp)
            {
                context.Request.EnableBuffering();
                await context.Request.Body.DrainAsync(CancellationToken.None);
                context.Request.Body.Position = 0;
                held.SetResult();
                await _released.Task;
            }
            else
            {
                await HoldAsync(held, context);
                if (context.RequestAborted.IsCancellationRequested)
                {
                    return;
                }
            }
        }

        using var answer = await ForwardAsync(context.Request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (held is not null && _at is HoldAt.BeforeTheAnswer)
        {
            await HoldAsync(held, context);
        }

        if (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(body);
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequest request)
    {
        using var forward = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_target, $"{request.Path}{request.QueryString}"));
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            forward.Content = new StreamContent(request.Body);
            forward.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        forward.Headers.TryAddWithoutValidation("Authorization", request.Headers.Authorization.ToString());
        return await _http.SendAsync(forward);
    }

    private async Task HoldAsync(TaskCompletionSource held, HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        held.SetResult();
        await Task.WhenAny(gone.Task, _released.Task);
    }
}

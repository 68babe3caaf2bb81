using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpirisSandbox.Control;

/// <summary>Where orders are put: <c>control.Put&lt;ClockSetting&gt;("/clock", (setting, _) => ...)</c>.</summary>
/// <remarks>An order that cannot be read, or is out of its range, gets 400 and the reason as text.</remarks>
internal sealed class ControlRoutes(IEndpointRouteBuilder routes)
{
    private const string Root = "/__sandbox";

    public void Get(string path, Func<object> answer) =>
        Map(HttpMethods.Get, path, _ => Task.FromResult(Told(answer())));

    public void Delete(string path, Action work) =>
        Map(HttpMethods.Delete, path, _ => Task.FromResult<IResult>(Done(work)));

    /// <summary>A DELETE of one thing; <paramref name="work"/> tells whether it was there.</summary>
    public void Delete(string path, Func<HttpContext, bool> work) =>
        Map(HttpMethods.Delete, path, context => Task.FromResult(DoneIf(work(context))));

    public void Post(string path, Action work) =>
        Map(HttpMethods.Post, path, _ => Task.FromResult<IResult>(Done(work)));

    public void Post<T>(string path, Func<T, IResult> work) =>
        Map(HttpMethods.Post, path, context => OrderedAsync<T>(context, (order, _) => work(order)));

    public void Put<T>(string path, Func<T, HttpContext, IResult> work) =>
        Map(HttpMethods.Put, path, context => OrderedAsync(context, work));

    public static IResult Told(object answer) => Results.Json(answer, ControlJson.Options);

    public static IResult DoneIf(bool wasThere) => wasThere ? TypedResults.NoContent() : TypedResults.NotFound();

    public static IResult Refused(string why) => TypedResults.Text(why, statusCode: StatusCodes.Status400BadRequest);

    private static NoContent Done(Action work)
    {
        work();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> OrderedAsync<T>(HttpContext context, Func<T, HttpContext, IResult> work)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(
                context.Request.Body, ControlJson.Options, context.RequestAborted) is { } order
                    ? work(order, context)
                    : Refused("An order is required.");
        }
        catch (Exception bad) when (bad is JsonException or ValidationException)
        {
            return Refused(bad.Message);
        }
    }

    private void Map(string method, string path, Func<HttpContext, Task<IResult>> work) =>
        routes.MapMethods(Root + path, [method], async Task (HttpContext context) =>
            await (await work(context)).ExecuteAsync(context));
}

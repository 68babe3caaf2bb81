using System.Diagnostics;
using SpirisSandbox.Control;

namespace SpirisSandbox.Api;

/// <summary>
/// Where subjects put their operations: <c>v2.Get("/accounts", Access.ReadAccounting, call => ...)</c>.
/// </summary>
/// <remarks>
/// A handler is a plain function from a call to an answer. One that writes runs under its company's lock, so it may
/// look, judge and change without another write coming between.
/// </remarks>
public sealed class ApiRoutes(IEndpointRouteBuilder routes)
{
    private readonly ApiGate _gate = routes.ServiceProvider.GetRequiredService<ApiGate>();

    public void Get(string path, Access access, Func<ApiCall, ApiAnswer> answer) =>
        Map(HttpMethods.Get, path, access, context => _gate.ServeAsync(context, access, answer));

    public void Post<TInput>(string path, Access access, Func<ApiCall, TInput, ApiAnswer> answer)
        where TInput : class =>
        Map(HttpMethods.Post, path, access, context => _gate.ServeAsync(context, access, Writing(context, answer)));

    /// <summary>A POST without a body, such as a conversion.</summary>
    public void Post(string path, Access access, Func<ApiCall, ApiAnswer> answer) =>
        Map(HttpMethods.Post, path, access, context => _gate.ServeAsync(context, access, Locked(answer)));

    /// <summary>A POST whose body may be left out; it is null then.</summary>
    public void PostOptional<TInput>(string path, Access access, Func<ApiCall, TInput?, ApiAnswer> answer)
        where TInput : class =>
        Map(HttpMethods.Post, path, access, context => _gate.ServeAsync(
            context,
            access,
            context.Features.Get<CapturedBody>() is { Bytes.IsEmpty: false }
                ? Writing<TInput>(context, answer)
                : Locked(call => answer(call, null))));

    public void Put<TInput>(string path, Access access, Func<ApiCall, TInput, ApiAnswer> answer)
        where TInput : class =>
        Map(HttpMethods.Put, path, access, context => _gate.ServeAsync(context, access, Writing(context, answer)));

    public void Delete(string path, Access access, Func<ApiCall, ApiAnswer> answer) =>
        Map(HttpMethods.Delete, path, access, context => _gate.ServeAsync(context, access, Locked(answer)));

    private Func<ApiCall, ApiAnswer> Writing<TInput>(HttpContext context, Func<ApiCall, TInput, ApiAnswer> answer)
        where TInput : class => call => _gate.Body.Read<TInput>(context) switch
        {
            ReadBody<TInput>.Good(var input) => call.Company.Write(() => answer(call, input)),
            ReadBody<TInput>.Bad(var refusal) => refusal,
            _ => throw new UnreachableException("A body is read or not."),
        };

    private static Func<ApiCall, ApiAnswer> Locked(Func<ApiCall, ApiAnswer> answer) =>
        call => call.Company.Write(() => answer(call));

    // Cut short: what identity does with every other request finds nothing to do in one of the API, and takes long.
    private void Map(string method, string path, Access access, RequestDelegate serve) =>
        routes.MapMethods("/v2" + path, [method], serve)
            .WithMetadata(new ApiOperation(method, "/v2" + path, access))
            .ShortCircuit();
}

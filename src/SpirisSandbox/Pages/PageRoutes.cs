using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using SpirisSandbox.Identity;

namespace SpirisSandbox.Pages;

/// <summary>Where subjects put their pages: <c>pages.GetOfCompany("/accounting/vouchers", ...)</c>.</summary>
/// <remarks>
/// A page is a component that only draws; the function given here looks up what it draws. Every form is checked for
/// forgery. Pages of a company send whoever is not signed in, or has not chosen one, to do so first.
/// </remarks>
public sealed class PageRoutes(IEndpointRouteBuilder routes)
{
    private readonly IAntiforgery _antiforgery = routes.ServiceProvider.GetRequiredService<IAntiforgery>();

    /// <summary>An object with what it needs from the services.</summary>
    public T Create<T>() => ActivatorUtilities.CreateInstance<T>(routes.ServiceProvider);

    /// <summary>A page for everybody; the visit is null when nobody is signed in.</summary>
    public void GetAnyone(string path, Func<HttpContext, Visit?, Task<PageAnswer>> answer) =>
        Map(HttpMethods.Get, path, async context => await answer(context, await Visit.OfAsync(context)));

    /// <summary>A form for everybody.</summary>
    public void PostAnyone(string path, Func<HttpContext, IFormCollection, Task<PageAnswer>> answer) =>
        Map(HttpMethods.Post, path, async context => await answer(context, await FormAsync(context)));

    /// <summary>A page for whoever is signed in.</summary>
    public void Get(string path, Func<HttpContext, Visit, Task<PageAnswer>> answer) =>
        Map(HttpMethods.Get, path, context => SignedInAsync(context, visit => answer(context, visit)));

    /// <summary>A form for whoever is signed in.</summary>
    public void Post(string path, Func<HttpContext, Visit, IFormCollection, Task<PageAnswer>> answer) =>
        Map(HttpMethods.Post, path, context => SignedInAsync(
            context, async visit => await answer(context, visit, await FormAsync(context))));

    /// <summary>A page of the company that was chosen.</summary>
    public void GetOfCompany(string path, Func<HttpContext, State.Company, PageAnswer> answer) =>
        Get(path, (context, visit) => Task.FromResult(visit.Company is { } company
            ? answer(context, company)
            : new PageAnswer.SeeOther("/account/company")));

    /// <summary>A form of the company that was chosen; it runs under the company's lock, and not for who may only read.</summary>
    public void PostOfCompany(string path, Func<HttpContext, State.Company, IFormCollection, PageAnswer> answer) =>
        Post(path, (context, visit, form) => Task.FromResult(visit.Company is { } company
            ? visit.User.IsReadOnly
                ? PageAnswer.Page<ReadOnlyPage>(new { Company = company }, StatusCodes.Status403Forbidden)
                : company.Write(() => answer(context, company, form))
            : new PageAnswer.SeeOther("/account/company")));

    private static async Task<PageAnswer> SignedInAsync(HttpContext context, Func<Visit, Task<PageAnswer>> answer) =>
        await Visit.OfAsync(context) is { } visit
            ? await answer(visit)
            : new PageAnswer.SeeOther(SignIn.AddressFor(context.Request.Path + context.Request.QueryString));

    private async Task<IFormCollection> FormAsync(HttpContext context)
    {
        await _antiforgery.ValidateRequestAsync(context);
        return await context.Request.ReadFormAsync(context.RequestAborted);
    }

    private void Map(string method, string path, Func<HttpContext, Task<PageAnswer>> answer) =>
        routes.MapMethods(path, [method], async context =>
        {
            try
            {
                await WriteAsync(context, await answer(context));
            }
            catch (AntiforgeryValidationException)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                await context.Response.WriteAsync("The form is too old: go back, reload the page and try again.");
            }
        });

    private static Task WriteAsync(HttpContext context, PageAnswer answer)
    {
        switch (answer)
        {
            case PageAnswer.SeeOther(var address):
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
                context.Response.Headers.Location = address;
                return Task.CompletedTask;
            case PageAnswer.Drawn(var component, var parameters, var status, var mayGoTo):
                PagePolicy.Apply(context.Response, mayGoTo);
                return new RazorComponentResult(component, parameters) { StatusCode = status }.ExecuteAsync(context);
            case PageAnswer.Download(var content, var contentType, var name):
                PagePolicy.Apply(context.Response, mayGoTo: null);
                return TypedResults.File(content, contentType, name).ExecuteAsync(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}

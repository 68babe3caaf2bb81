using Microsoft.AspNetCore.Http.Features;
using OpenOne.BackOffice.Bookkeeping;

namespace OpenOne.BackOffice.Pages.Bookkeeping;

/// <summary>Lets a SIE file in that is larger than other forms may be, and answers at once to one that is too large.</summary>
/// <remarks>Stands before whatever reads the form. The server stores what comes beside the memory, never in it.</remarks>
internal sealed class UploadLimit(RequestDelegate next)
{
    private const long RestOfForm = 1 << 20;

    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.Equals(EarlierBooksPage.Path, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        const long most = BookkeptHistory.MaxBytes + RestOfForm;
        if (context.Request.ContentLength > most)
        {
            context.Response.Redirect($"{EarlierBooksPage.Path}?answer=too-large");
            return Task.CompletedTask;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        return next(context);
    }
}

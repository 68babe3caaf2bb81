using System.Net;
using System.Text.RegularExpressions;

namespace SpirisSandbox.Sales.Tests.Driving;

/// <summary>A person with a browser: signs in, chooses a company, looks at pages and sends their forms.</summary>
internal sealed partial class PageVisitor : IDisposable
{
    private readonly HttpClient _http;

    private PageVisitor(Uri sandbox) => _http = new HttpClient { BaseAddress = sandbox };

    public static async Task<PageVisitor> OfAsync(Uri sandbox, Guid company)
    {
        var visitor = new PageVisitor(sandbox);
        await visitor.SendAsync("/account/sign-in", ("email", "anna@exempel.se"), ("password", "sandbox"));
        await visitor.SendAsync("/account/company", ("company", company.ToString()));
        return visitor;
    }

    public async Task<string> LookAsync(string path)
    {
        using var answer = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form and follows to the page it ends at.</summary>
    /// <returns>The page's address and what it says.</returns>
    public async Task<(HttpStatusCode Status, string Path, string Page)> SendAsync(
        string action, params (string Field, string Value)[] fields)
    {
        // The token of a form is good for every form of the session, so it is taken from a page that always has one.
        using var page = await _http.GetAsync("/account/sign-in", TestContext.Current.CancellationToken);
        var token = Token().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Field, field.Value)), new("__RequestVerificationToken", token)]);
        using var answer = await _http.PostAsync(action, form, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            answer.RequestMessage!.RequestUri!.AbsolutePath,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

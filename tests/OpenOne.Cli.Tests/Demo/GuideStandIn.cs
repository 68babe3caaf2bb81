using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenOne.Cli.Tests.Demo;

/// <summary>
/// Two hosts with the pages of the guide on them, as plain as pages can be: sign-in, menu, settings, authorisation over
/// at the other host and back. The real ones are walked by <c>./run.sh --once</c>; here the walking itself is tested.
/// </summary>
internal sealed class GuideStandIn : IAsyncDisposable
{
    public static readonly (string Number, string Name)[] Companies =
        [("559998-1239", "Krogen Exempel AB"), ("559999-9991", "Restaurang Exempel AB")];

    private readonly WebApplication _backOffice = Slim();
    private readonly WebApplication _sandbox = Slim();
    private readonly ConcurrentDictionary<string, string> _settings = new();
    private readonly ConcurrentDictionary<string, string> _granted = new();

    /// <summary>Address of the host that has the settings and takes in closings.</summary>
    public string BackOffice { get; private set; } = "";

    /// <summary>Address of the host that asks for consent.</summary>
    public string Sandbox { get; private set; } = "";

    /// <summary>The settings saved for each company: sync sales, accounting from, series.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    /// <summary>Who granted access to each company.</summary>
    public IReadOnlyDictionary<string, string> Granted => _granted;

    /// <summary>What a posted closing of a company becomes.</summary>
    public Func<string, string> StateOf { get; set; } = _ => "booked";

    /// <summary>What the button that starts the authorisation says.</summary>
    public string AuthorizeButton { get; set; } = "Authorize";

    public static async Task<GuideStandIn> StartAsync()
    {
        var guide = new GuideStandIn();
        guide.MapBackOffice();
        guide.MapSandbox();
        await guide._backOffice.StartAsync();
        await guide._sandbox.StartAsync();
        guide.BackOffice = guide._backOffice.Urls.Single();

        // The same machine by another name: only then do cookies and redirects cross from one host to another.
        guide.Sandbox = guide._sandbox.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        return guide;
    }

    public async ValueTask DisposeAsync()
    {
        await _backOffice.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private void MapBackOffice()
    {
        _backOffice.MapGet("/health/ready", () => "ready");
        MapSignIn(_backOffice, "owner@exempel.se", "hemligt", "E-post", "Lösenord");
        _backOffice.MapGet("/", Guarded(_ => """<header><a href="/integrations">Integrations</a></header><main>Closings</main>"""));
        _backOffice.MapGet("/integrations", Guarded(_ => """<main><h2>Finance</h2><a href="/ecom">Visma Ecom</a></main>"""));
        _backOffice.MapGet("/ecom", Guarded(_ => $"""
            <main><form action="/ecom/settings"><label>Company <select name="company">{string.Concat(Companies.Select(company =>
                $"<option value='{company.Number}'>{company.Name} ({company.Number})</option>"))}</select></label>
            <button>Choose</button></form></main>
            """));
        _backOffice.MapGet("/ecom/settings", Guarded(context => SettingsPage(context.Request.Query["company"]!)));
        _backOffice.MapPost("/ecom/settings", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            _settings[form["company"]!] = $"{form["sync"]} {form["from"]} {form["series"]} {form["hidden"]}";
            return Results.Redirect($"/ecom/settings?company={form["company"]}");
        });
        _backOffice.MapPost("/ecom/authorize", (HttpContext context) =>
            Results.Redirect($"{Sandbox}/connect/authorize?back={WebUtility.UrlEncode(BackOffice + "/callback")}"));
        _backOffice.MapGet("/callback", Guarded(_ => "<main>Authorised</main>"));
        _backOffice.MapPost("/api/v1/closings", async (HttpContext context) =>
        {
            var closing = (await context.Request.ReadFromJsonAsync<Dictionary<string, System.Text.Json.JsonElement>>())!;
            var company = closing["organisationNumber"].GetString()!;
            context.Response.StatusCode = 202;
            return new
            {
                state = context.Request.Headers.Authorization == $"Bearer oo_live_{company}" ? StateOf(company) : "held",
                voucher = new { id = "1", number = $"A{closing["zNumber"]}" },
            };
        });
    }

    private string SettingsPage(string company) => $"""
        <main><form method="post" action="/ecom/settings"><input type="hidden" name="hidden" value="token" />
        <input type="hidden" name="company" value="{company}" />
        <input id="sync" type="checkbox" name="sync" value="on" /><label for="sync">Sync sales</label>
        <label for="from">Accounting from</label><input id="from" type="date" name="from" />
        <label for="series">Verification series</label>
        <select id="series" name="series"><option>B</option><option>A</option></select>
        <button>Save</button></form>
        <form method="post" action="/ecom/authorize"><button>{AuthorizeButton}</button></form></main>
        """;

    private void MapSandbox()
    {
        _sandbox.MapGet("/__sandbox/ledger", () => "{}");
        MapSignIn(_sandbox, "anna@exempel.se", "sandbox", "E-mail", "Password");
        _sandbox.MapGet("/connect/authorize", Guarded(context => $"""
            <main><form method="post" action="/choose">
            <input type="hidden" name="back" value="{context.Request.Query["back"]}" />{string.Concat(Companies.Select(company =>
                $"<button name='company' value='{company.Number}'>{company.Name} <small>{company.Number}</small></button>"))}
            </form></main>
            """));
        _sandbox.MapPost("/choose", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var name = Companies.Single(company => company.Number == form["company"]).Name;
            return Results.Content($"""
                <main><h1>OPEN One asks for access</h1><p>To the books of {name}:</p><form method="post" action="/consent">
                <input type="hidden" name="company" value="{form["company"]}" /><input type="hidden" name="back" value="{form["back"]}" />
                <button name="decision" value="deny">Deny</button><button name="decision" value="grant">Grant</button></form></main>
                """, "text/html");
        });
        _sandbox.MapPost("/consent", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            _granted[form["company"]!] = $"{context.Request.Cookies["who"]} {form["decision"]}";
            return Results.Redirect(form["back"]!);
        });
    }

    private static void MapSignIn(WebApplication app, string email, string password, string emailLabel, string passwordLabel)
    {
        app.MapGet("/sign-in", (string? returnUrl) => Results.Content(SignInPage(returnUrl, ""), "text/html"));
        app.MapPost("/sign-in", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            if (form["email"] != email || form["password"] != password)
            {
                return Results.Content(SignInPage(form["returnUrl"], "<p role=alert>Wrong e-mail or password.</p>"), "text/html");
            }

            context.Response.Cookies.Append("who", email);
            return Results.Redirect(form["returnUrl"]!);
        });

        string SignInPage(string? returnUrl, string alert) => $"""
            <main>{alert}<form method="post" action="/sign-in"><input type="hidden" name="returnUrl" value="{returnUrl}" />
            <label for="email">{emailLabel}</label><input id="email" name="email" type="email" />
            <label for="password">{passwordLabel}</label><input id="password" name="password" type="password" />
            <button type="submit">Logga in</button></form></main>
            """;
    }

    private static Func<HttpContext, IResult> Guarded(Func<HttpContext, string> page) => context =>
        context.Request.Cookies.ContainsKey("who")
            ? Results.Content(page(context), "text/html")
            : Results.Redirect($"/sign-in?returnUrl={WebUtility.UrlEncode(context.Request.Path + context.Request.QueryString)}");

    private static WebApplication Slim()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }
}

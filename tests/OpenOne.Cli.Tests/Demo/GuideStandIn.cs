using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpenOne.Cli.Tests.Demo;

/// <summary>
/// Two hosts with the pages of the guide on them: sign-in, menu, settings, authorisation at the other host and back.
/// The real ones are walked by <c>./run.sh --once</c>; here the walking itself is tested.
/// </summary>
internal sealed class GuideStandIn : IAsyncDisposable
{
    private static readonly (string Number, string Name)[] Companies =
        [("559998-1239", "Krogen Exempel AB"), ("559999-9991", "Restaurang Exempel AB")];

    private readonly WebApplication _backOffice = Slim();
    private readonly WebApplication _sandbox = Slim();
    private readonly ConcurrentDictionary<string, string> _settings = new();
    private readonly ConcurrentDictionary<string, string> _granted = new();

    /// <summary>Address of the host that has the settings and takes in closings.</summary>
    public string BackOffice { get; private set; } = "";

    /// <summary>Address of the host that asks for consent.</summary>
    public string Sandbox { get; private set; } = "";

    /// <summary>The settings saved for each company: sync sales, accounting from, series, and a hidden field.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    /// <summary>Who granted access to each company.</summary>
    public IReadOnlyDictionary<string, string> Granted => _granted;

    /// <summary>What a posted closing of a company becomes.</summary>
    public Func<string, string> StateOf { get; set; } = _ => "booked";

    /// <summary>What the button that starts the authorisation says.</summary>
    public string AuthorizeButton { get; set; } = "Authorize";

    /// <summary>The page that the authorisation ends on.</summary>
    public string Callback { get; set; } = GuidePages.Authorised;

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
        MapSignIn(_backOffice, ("owner@exempel.se", "hemligt"), ("E-post", "Lösenord"));
        _backOffice.MapGet("/", Guarded(_ => GuidePages.Home));
        _backOffice.MapGet("/integrations", Guarded(_ => GuidePages.Integrations));
        _backOffice.MapGet("/ecom", Guarded(context =>
            GuidePages.Settings(Companies, context.Request.Query["company"].ToString(), AuthorizeButton)));
        _backOffice.MapPost("/ecom", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            _settings[form["company"]!] = $"{form["sync"]} {form["from"]} {form["series"]} {form["hidden"]}";
            return Results.Redirect($"/ecom?company={form["company"]}");
        });
        _backOffice.MapPost("/ecom/authorize", () =>
            Results.Redirect($"{Sandbox}/connect/authorize?back={WebUtility.UrlEncode(BackOffice + "/callback")}"));
        _backOffice.MapGet("/callback", Guarded(_ => Callback));
        _backOffice.MapPost("/api/v1/closings", SubmitAsync);
    }

    private async Task SubmitAsync(HttpContext context)
    {
        var closing = (await context.Request.ReadFromJsonAsync<Dictionary<string, JsonElement>>())!;
        var company = closing["organisationNumber"].GetString()!;
        var mayPost = context.Request.Headers.Authorization == $"Bearer oo_live_{company}";
        context.Response.StatusCode = mayPost ? 202 : 403;
        await context.Response.WriteAsJsonAsync(
            new { state = StateOf(company), voucher = new { id = "1", number = $"A{closing["zNumber"]}" } });
    }

    private void MapSandbox()
    {
        _sandbox.MapGet("/__sandbox/ledger", () => "{}");
        MapSignIn(_sandbox, ("anna@exempel.se", "sandbox"), ("E-mail", "Password"));
        _sandbox.MapGet("/connect/authorize", Guarded(context =>
            GuidePages.ChooseCompany(Companies, context.Request.Query["back"])));
        _sandbox.MapPost("/choose", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var chosen = Companies.Single(company => company.Number == form["company"]);
            return Html(GuidePages.Consent(chosen, form["back"]));
        });
        _sandbox.MapPost("/consent", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            _granted[form["company"]!] = $"{context.Request.Cookies["who"]} {form["decision"]}";
            return Results.Redirect(form["back"]!);
        });
    }

    private static void MapSignIn(
        WebApplication app, (string Email, string Password) person, (string Email, string Password) labels)
    {
        app.MapGet("/sign-in", (string? returnUrl) => Html(GuidePages.SignIn(labels, returnUrl)));
        app.MapPost("/sign-in", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            if (form["email"] != person.Email || form["password"] != person.Password)
            {
                var alert = "<p role=alert>Wrong e-mail or password.</p>";
                return Html(GuidePages.SignIn(labels, form["returnUrl"], alert));
            }

            context.Response.Cookies.Append("who", person.Email);
            return Results.Redirect(form["returnUrl"]!);
        });
    }

    private static Func<HttpContext, IResult> Guarded(Func<HttpContext, string> page) => context =>
    {
        var asked = WebUtility.UrlEncode(context.Request.Path + context.Request.QueryString);
        return context.Request.Cookies.ContainsKey("who")
            ? Html(page(context))
            : Results.Redirect($"/sign-in?returnUrl={asked}");
    };

    private static IResult Html(string page) => Results.Content(page, "text/html");

    private static WebApplication Slim()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }
}

namespace OpenOne.Cli.Tests.Demo;

/// <summary>The pages of the guide, as plain as pages can be.</summary>
internal static class GuidePages
{
    public const string Home = """<header><a href="/integrations">Integrations</a></header><main>Closings</main>""";

    public const string Integrations =
        """<main><h2>Finance</h2><a href="/ecom">Visma Ecom, with more words</a></main>""";

    /// <summary>With an alert for browsers whose connection is lost: not shown, and nothing of the page.</summary>
    public const string Authorised = """
        <main><p role="status">Spiris has let us in.</p></main><div role="alert" hidden>The connection is lost.</div>
        """;

    public const string Denied = """<main><p role="alert">Another company was chosen at Spiris.</p></main>""";

    /// <param name="labels">What the fields for address and password are called.</param>
    public static string SignIn((string Email, string Password) labels, string? returnUrl, string alert = "") => $"""
        <main>{alert}<form method="post" action="/sign-in"><input type="hidden" name="returnUrl" value="{returnUrl}" />
        <label for="email">{labels.Email}</label><input id="email" name="email" type="email" />
        <label for="password">{labels.Password}</label><input id="password" name="password" type="password" />
        <button type="submit">Logga in</button></form></main>
        """;

    /// <summary>The settings of one company, below a list of all.</summary>
    public static string Settings(IEnumerable<(string Number, string Name)> companies, string shown, string authorize)
    {
        var options = companies.Select(
            company => $"<option value='{company.Number}'>{company.Name} ({company.Number})</option>");
        return $"""
            <main><form action="/ecom"><label>Company <select name="company">{string.Concat(options)}</select></label>
            <button>Show</button></form>
            <form method="post" action="/ecom"><input type="hidden" name="hidden" value="token" />
            <input type="hidden" name="company" value="{shown}" />
            <input id="sync" type="checkbox" name="sync" value="on" /><label for="sync">Sync sales</label>
            <label for="from">Accounting from</label><input id="from" type="date" name="from" />
            <label for="series">Verification series</label><input id="series" name="series" />
            <button>Save</button></form>
            <form method="post" action="/ecom/authorize"><button>{authorize}</button></form></main>
            """;
    }

    public static string ChooseCompany(IEnumerable<(string Number, string Name)> companies, string? back)
    {
        var buttons = companies.Select(company =>
            $"<button name='company' value='{company.Number}'>{company.Name} <small>{company.Number}</small></button>");
        return $"""
            <main><form method="post" action="/choose"><input type="hidden" name="back" value="{back}" />
            {string.Concat(buttons)}</form></main>
            """;
    }

    public static string Consent((string Number, string Name) company, string? back) => $"""
        <main><h1>OPEN One asks for access</h1><p>To the books of {company.Name}:</p>
        <form method="post" action="/consent"><input type="hidden" name="company" value="{company.Number}" />
        <input type="hidden" name="back" value="{back}" />
        <button name="decision" value="deny">Deny</button><button name="decision" value="grant">Grant</button></form>
        </main>
        """;
}

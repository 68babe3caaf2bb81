namespace OpenOne.BackOffice.Data;

/// <summary>Whose rows the work at hand may see in PostgreSQL, where the database itself holds the wall between tenants
/// (<see cref="Postgres.TenantWall"/>).</summary>
/// <remarks>A request begins by seeing nobody's, and sees more once it is known who asks. What runs outside of requests, such as
/// delivery, works for everybody and sees everything.</remarks>
internal sealed class Sight
{
    private static readonly AsyncLocal<Sight?> _current = new();

    private string _sees = "";

    /// <summary>What the database is told; <see langword="null"/> for work that sees everything.</summary>
    public static string? Current => _current.Value?._sees is { } sees and not Everything ? sees : null;

    /// <summary>What the database knows as seeing everything.</summary>
    public const string Everything = "*";

    /// <summary>From here on down, a request: nobody's rows, until one of the others is called.</summary>
    public static void BeginRequest() => _current.Value = new Sight();

    /// <summary>The request sees the organisations that a user belongs to.</summary>
    public static void OfUser(Guid userId) => Change($"user {userId}");

    /// <summary>The request sees one organisation.</summary>
    public static void OfOrganisation(Guid organisationId) => Change($"organisation {organisationId}");

    /// <summary>Sees everything until it is disposed of: for finding out who asks.</summary>
    public static IDisposable OfEverything()
    {
        var before = _current.Value;
        _current.Value = null;
        return new Return(before);
    }

    private static void Change(string sees)
    {
        if (_current.Value is { } request)
        {
            request._sees = sees;
        }
    }

    private sealed class Return(Sight? before) : IDisposable
    {
        public void Dispose() => _current.Value = before;
    }
}

/// <summary>Begins every request with nobody's rows, and lets it see the organisations of whoever has signed in.</summary>
internal static class SightOfRequests
{
    /// <summary>To be called before anything asks the database.</summary>
    public static void UseSight(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        Sight.BeginRequest();
        return next(context);
    });

    /// <summary>To be called as soon as it is known who has signed in.</summary>
    public static void UseSightOfUser(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.User.Identity is { IsAuthenticated: true, AuthenticationType: not Companies.ApiKeyAuthentication.Name }
            && Guid.TryParse(context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value, out var userId))
        {
            Sight.OfUser(userId);
        }

        return next(context);
    });
}

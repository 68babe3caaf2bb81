using System.Security.Cryptography;
using System.Text;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Knows the registered clients: their redirect addresses and their secrets.</summary>
internal sealed class ClientRules(SandboxOptions options) :
    IOpenIddictServerHandler<ValidateAuthorizationRequestContext>,
    IOpenIddictServerHandler<ValidateTokenRequestContext>,
    IOpenIddictServerHandler<ValidateRevocationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (Find(context.ClientId) is not { } client)
        {
            context.Reject(Errors.InvalidRequest, "The client is not registered.");
        }
        else if (!Allows(client, context.RedirectUri))
        {
            context.Reject(Errors.InvalidRequest, "The redirect_uri is not registered for the client.");
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        Authenticate(context, context.ClientId, context.ClientSecret);
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(ValidateRevocationRequestContext context)
    {
        Authenticate(context, context.ClientId, context.ClientSecret);
        return ValueTask.CompletedTask;
    }

    public RegisteredClient? Find(string? id) => options.Clients.FirstOrDefault(client => client.Id == id);

    private void Authenticate(BaseValidatingContext context, string? id, string? secret)
    {
        if (Find(id) is not { } client || !SameSecret(client.Secret, secret))
        {
            context.Reject(Errors.InvalidClient, "The client or its secret is wrong.");
        }
    }

    private static bool SameSecret(string registered, string? sent) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(registered), Encoding.UTF8.GetBytes(sent ?? ""));

    // Without a redirect_uri there is nowhere to go back to; the real service wants it always.
    private static bool Allows(RegisteredClient client, string? redirectUri) =>
        redirectUri is not null
        && (client.RedirectUris.Contains(redirectUri, StringComparer.Ordinal)
            || (client.AllowAnyLoopbackRedirect
                && Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri)
                && uri is { IsLoopback: true, Scheme: "http" or "https" }));
}

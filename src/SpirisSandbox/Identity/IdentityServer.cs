using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using SpirisSandbox.Api;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>
/// Sets up the OAuth server: OpenIddict does the protocol, grants and tickets live in the sandbox's state.
/// </summary>
/// <remarks>
/// OpenIddict's degraded mode is what lets an application keep its grants where it likes: parameters, PKCE, redirects,
/// signatures and errors stay the library's. Source of addresses and lifetimes: portal, "Getting started".
/// </remarks>
internal static class IdentityServer
{
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(60);
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    // Making a key takes longer than starting a sandbox: all sandboxes of a process share one.
    private static readonly Lazy<X509SecurityKey> _signingKey = new(CreateSigningKey);

    public static void Add(IServiceCollection services, SandboxOptions options)
    {
        services.Configure<OpenIddictServerOptions>(AddKeys);
        services.AddOpenIddict().AddServer(server =>
        {
            server.SetAuthorizationEndpointUris("connect/authorize")
                .SetTokenEndpointUris("connect/token")
                .SetRevocationEndpointUris("connect/revocation")
                .AllowAuthorizationCodeFlow()
                .AllowRefreshTokenFlow()
                .EnableDegradedMode()
                .RegisterScopes([Scope.Api, Scope.Payroll, .. Scope.Every])
                .SetAuthorizationCodeLifetime(CodeLifetime)
                .SetAccessTokenLifetime(AccessTokenLifetime)
                .SetRefreshTokenLifetime(options.Assumptions.RefreshTokenLifetime)
                .DisableAccessTokenEncryption();
            server.UseAspNetCore()
                .DisableTransportSecurityRequirement()
                .EnableAuthorizationEndpointPassthrough()
                .SuppressJsonResponseIndentation();
            AddHandlers(server);
        });
    }

    // Run when somebody first asks for identity, and not at the start: most tests never do.
    private static void AddKeys(OpenIddictServerOptions server)
    {
        server.SigningCredentials.Add(new SigningCredentials(_signingKey.Value, SecurityAlgorithms.RsaSha256));

        // Nothing is ever encrypted: codes and refresh tokens are handles. The library insists on a key.
        server.EncryptionCredentials.Add(new EncryptingCredentials(
            new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)),
            SecurityAlgorithms.Aes256KW,
            SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    private static void AddHandlers(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
            handler.UseSingletonHandler<ClientRules>());

        // A wrong client is told so, and not whether its code would have been good.
        server.AddEventHandler<ValidateTokenRequestContext>(handler =>
            handler.UseSingletonHandler<ClientRules>().SetOrder(int.MinValue + 50_000));
        server.AddEventHandler<ValidateRevocationRequestContext>(handler =>
            handler.UseSingletonHandler<ClientRules>().SetOrder(int.MinValue + 50_000));
        server.AddEventHandler<GenerateTokenContext>(TicketIssuer.Handles);
        server.AddEventHandler<GenerateTokenContext>(AccessTokenRecorder.Handles);
        server.AddEventHandler<ValidateTokenContext>(TicketReader.Handles);
        server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<TokenExchange>());
        server.AddEventHandler<HandleRevocationRequestContext>(handler => handler.UseSingletonHandler<Revocation>());
        server.AddEventHandler<ApplyTokenResponseContext>(TokenAnswer.Handles);
        server.AddEventHandler<ApplyTokenResponseContext>(TokenAnswer.HandlesStatus);
        server.AddEventHandler<ApplyRevocationResponseContext>(BlankRevocationAnswer.Handles);
        server.AddEventHandler<ApplyConfigurationResponseContext>(IssuerName.HandlesConfiguration);
        server.AddEventHandler<ApplyAuthorizationResponseContext>(IssuerName.HandlesAuthorization);
    }

    // A certificate and not a bare key, because that is what gives the tokens their x5t.
    private static X509SecurityKey CreateSigningKey()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=Spiris sandbox", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return new X509SecurityKey(certificate, Base64UrlEncoder.Encode(certificate.GetCertHash()));
    }
}

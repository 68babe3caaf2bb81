using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.BackOffice.Connections;

/// <summary>Keeps each company's tokens: sealed at rest, refreshed only when somebody needs them, one refresh at a time, and
/// stored before they are used.</summary>
/// <remarks>A refresh token may be good for one use. If the answer to a refresh is lost, the same token is tried once more,
/// which costs nothing since the new one is lost anyway; after that a person must authorise again. Nothing here loops.</remarks>
public sealed partial class TokenKeeper(
    IDbContextFactory<BackOfficeDb> databases,
    SecretSealer sealer,
    SpirisAuthorisation authorisation,
    ClosingFeed feed,
    TimeProvider clock,
    ILogger<TokenKeeper> log)
{
    private const string Access = "access-token";
    private const string Refresh = "refresh-token";

    // A call may last a while after the token was handed out, so one that is about to end is as good as ended.
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _refreshing = new();

    /// <summary>Where the Spiris client gets a company's access token.</summary>
    public SpirisAccessSource Of(Guid companyId) => (refused, cancellation) => OpenAsync(companyId, refused, cancellation);

    /// <summary>Seals tokens into a connection. The caller saves it, before either token is used.</summary>
    public void Put(Connection connection, SpirisTokens tokens) => connection.Store(
        sealer.Seal(tokens.AccessToken.Reveal(), connection.CompanyId, Access),
        tokens.ExpiresAt,
        sealer.Seal(tokens.RefreshToken.Reveal(), connection.CompanyId, Refresh));

    private async Task<SpirisAccess> OpenAsync(Guid companyId, Secret? refused, CancellationToken cancellation)
    {
        var turn = _refreshing.GetOrAdd(companyId, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var connection = await db.Connections.SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
            if (connection is not { State: ConnectionState.Authorised })
            {
                return new SpirisAccess.Lost(connection?.Problem ?? "The company has not been authorised.");
            }

            var current = Secret.Of(sealer.Open(connection.AccessToken, companyId, Access));
            var holds = clock.GetUtcNow() + _margin < connection.AccessTokenExpiresAt;
            return holds && current != refused
                ? new SpirisAccess.Open(current)
                : await RefreshAsync(db, connection, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<SpirisAccess> RefreshAsync(BackOfficeDb db, Connection connection, CancellationToken cancellation)
    {
        var spent = Secret.Of(sealer.Open(connection.RefreshToken, connection.CompanyId, Refresh));
        var grant = await authorisation.RefreshAsync(spent, cancellation);
        if (grant is SpirisGrant.Uncertain)
        {
            grant = await authorisation.RefreshAsync(spent, cancellation);
        }

        switch (grant)
        {
            case SpirisGrant.Granted(var tokens):
                Put(connection, tokens);

                // Not to be given up half way: the token that stands in the database may be spent by now.
                await db.SaveChangesAsync(CancellationToken.None);
                return new SpirisAccess.Open(tokens.AccessToken);
            case SpirisGrant.Refused(var error, var description):
                return await LoseAsync(db, connection, description is null ? error : $"{error}: {description}");
            case SpirisGrant.Uncertain(var problem):
                return new SpirisAccess.Unavailable(problem);
            case SpirisGrant.Unavailable(var problem, var retryAfter):
                return new SpirisAccess.Unavailable(problem, retryAfter);
            default:
                throw new UnreachableException("The cases of SpirisGrant are closed.");
        }
    }

    private async Task<SpirisAccess> LoseAsync(BackOfficeDb db, Connection connection, string problem)
    {
        connection.Lose(problem);
        await db.SaveChangesAsync(CancellationToken.None);
        feed.Announce(connection.CompanyId);
        LogLost(connection.CompanyId, problem);
        return new SpirisAccess.Lost(problem);
    }

    [LoggerMessage(LogLevel.Warning, "Spiris no longer accepts the access of company {CompanyId}: {Problem}")]
    private partial void LogLost(Guid companyId, string problem);
}

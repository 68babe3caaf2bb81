using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.BackOffice.Connections;

/// <summary>Keeps each company's tokens: sealed at rest, refreshed only when somebody needs them, one refresh at a time, and
/// stored before they are used.</summary>
/// <remarks>Within this process those who ask take turns; between processes a claim in the database decides
/// (<see cref="RefreshClaims"/>). Whoever comes after a refresh reads what it stored.</remarks>
internal sealed partial class TokenKeeper(
    IDbContextFactory<BackOfficeDb> databases,
    SecretSealer sealer,
    TokenRefresh refresh,
    RefreshClaims claims,
    IOptions<RefreshOptions> options,
    TimeProvider clock,
    ILogger<TokenKeeper> log) : IAsyncDisposable
{
    // A call may last a while after the token was handed out, so one that is about to end is as good as ended.
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _turns = new();

    /// <summary>Where the Spiris client gets a company's access token.</summary>
    public SpirisAccessSource Of(Guid companyId) => (refused, cancellation) => OpenAsync(companyId, refused, cancellation);

    /// <summary>Waits for refreshes that are under way: one that is cut off may cost a company its access.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var turn in _turns.Values)
        {
            await turn.WaitAsync();
        }
    }

    /// <summary>A caller may run out of patience, a refresh that has begun may not: its answer may hold the only good token. So
    /// it goes on by itself and the next caller finds what it has stored.</summary>
    private async Task<SpirisAccess> OpenAsync(Guid companyId, Secret? refused, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(companyId, _ => new SemaphoreSlim(1));
        try
        {
            await turn.WaitAsync(cancellation);
            return await TakeTurnAsync(companyId, refused, turn).WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // No exception, because that would leave a doubt: nothing of the caller's has been sent without a token.
            return new SpirisAccess.Unavailable("New tokens are still awaited from Spiris.");
        }
    }

    private async Task<SpirisAccess> TakeTurnAsync(Guid companyId, Secret? refused, SemaphoreSlim turn)
    {
        try
        {
            while (true)
            {
                var connection = await ReadAsync(companyId);
                if (connection is not { State: ConnectionState.Authorised })
                {
                    return new SpirisAccess.Lost(connection?.Problem ?? "The company has not been authorised.");
                }

                if ((Valid(connection, refused) ?? await refresh.RunAsync(connection)) is { } access)
                {
                    return access;
                }

                var closedFor = await WaitForClaimAsync(companyId);
                if (closedFor > TimeSpan.Zero)
                {
                    return new SpirisAccess.Unavailable("Spiris has not answered when asked for new tokens.", closedFor);
                }
            }
        }
        catch (Exception failure)
        {
            // Told here as well, since the caller may have stopped waiting.
            LogFailed(companyId, failure);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits while somebody else is asking, as long as claims last: new tokens are about to be stored. A pause is not
    /// waited for, nor the claim of one that died and left a pause behind.</summary>
    /// <returns>How much longer nobody may ask; zero or less when it is worth looking again.</returns>
    private async Task<TimeSpan> WaitForClaimAsync(Guid companyId)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            var barrier = await claims.BarrierAsync(companyId);
            if (!barrier.IsClaimed || barrier.Left <= TimeSpan.Zero || clock.GetElapsedTime(began) > options.Value.Claim)
            {
                return barrier.Left;
            }

            // Whoever asks may be another node, which can tell us nothing but by what it stores: so it is looked for.
            await Task.Delay(_lookEvery, clock);
        }
    }

    private async Task<Connection?> ReadAsync(Guid companyId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Connections.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == companyId);
    }

    private SpirisAccess.Open? Valid(Connection connection, Secret? refused) =>
        clock.GetUtcNow() + _margin < connection.AccessTokenExpiresAt
            && connection.OpenAccessToken(sealer) is { } token && token != refused
                ? new SpirisAccess.Open(token)
                : null;

    [LoggerMessage(LogLevel.Error, "No token could be given for company {CompanyId}.")]
    private partial void LogFailed(Guid companyId, Exception failure);
}

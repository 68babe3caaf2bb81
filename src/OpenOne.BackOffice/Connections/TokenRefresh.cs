using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.BackOffice.Connections;

/// <summary>One refresh of a company's tokens: claimed, asked for, stored.</summary>
/// <remarks>
/// <para>A refresh token may be good for one use. When the answer is lost, the same token is sent once more at once, which
/// costs nothing since the new one is lost anyway, and heals the loss where the server allows a grace or the token may be
/// reused. When that answer is lost too, nobody asks until a pause is over. Only the server's own <c>invalid_grant</c> ends the
/// access; a network that is down has spent nothing.</para>
/// <para>What it cannot exclude: a process that freezes between the guard and the send for longer than the claim. Another node
/// then sends the same token once, as after a crash.</para>
/// </remarks>
internal sealed partial class TokenRefresh(
    IDbContextFactory<BackOfficeDb> databases,
    RefreshClaims claims,
    SecretSealer sealer,
    SpirisAuthorisation authorisation,
    ClosingFeed feed,
    IOptions<RefreshOptions> options,
    TimeProvider clock,
    ILogger<TokenRefresh> log)
{
    private const string DeadGrant = "invalid_grant";

    /// <summary>Refreshes the tokens that were read.</summary>
    /// <returns>What came of it; <see langword="null"/> when there was nothing to do here, because somebody else refreshes them,
    /// a pause holds, or there are other tokens by now.</returns>
    public async Task<SpirisAccess?> RunAsync(Connection seen)
    {
        if (seen.OpenRefreshToken(sealer) is not { } token)
        {
            return await LoseAsync(
                seen, "the key that our tokens were sealed with is missing on our server", () => LogUnreadable(seen.CompanyId));
        }

        var sending = seen.RefreshesUnanswered + 1;
        var before = clock.GetTimestamp();
        if (await claims.ClaimAsync(seen, options.Value.ClosedBy(sending)) is not { } claim)
        {
            return null;
        }

        var grant = await AskAsync(token, before);
        if (grant is SpirisGrant.Uncertain && sending == 1)
        {
            before = clock.GetTimestamp();
            sending = 2;
            if (!await claims.ClaimAgainAsync(seen.CompanyId, claim, options.Value.ClosedBy(sending)))
            {
                return null;
            }

            grant = await AskAsync(token, before);
        }

        return await SettleAsync(seen, claim, grant, options.Value.ClosedBy(sending));
    }

    /// <summary>Sends the token, unless the claim that was asked for at <paramref name="claimedAt"/> could run out before the
    /// answer comes.</summary>
    private async Task<SpirisGrant> AskAsync(Secret token, long claimedAt)
    {
        var patience = options.Value.AnswerTimeout;
        if (clock.GetElapsedTime(claimedAt) > options.Value.Claim - patience)
        {
            return new SpirisGrant.Unavailable("The claim would have run out before the answer came.");
        }

        using var deadline = new CancellationTokenSource(patience, clock);
        try
        {
            return await authorisation.RefreshAsync(token, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new SpirisGrant.Uncertain("The identity server did not answer in time.");
        }
    }

    private async Task<SpirisAccess?> SettleAsync(Connection seen, Guid claim, SpirisGrant grant, TimeSpan closedFor)
    {
        switch (grant)
        {
            case SpirisGrant.Granted(var tokens):
                return await StoreAsync(seen, tokens);
            case SpirisGrant.Refused(DeadGrant, var description):
                var problem = description is null ? DeadGrant : $"{DeadGrant}: {description}";
                return await LoseAsync(seen, problem, () => LogDead(seen.CompanyId, problem));
            case SpirisGrant.Refused(var error, _):
                // About us and not about the grant, such as a client secret that was changed: no company has lost anything.
                await claims.GiveBackAsync(seen.CompanyId, claim);
                LogWeAreRefused(error);
                return new SpirisAccess.Unavailable($"Spiris does not accept this server as a client: {error}");
            case SpirisGrant.Unavailable(var why, var retryAfter):
                await claims.GiveBackAsync(seen.CompanyId, claim);
                return new SpirisAccess.Unavailable(why, retryAfter);
            case SpirisGrant.Uncertain(var why):
                await claims.LeaveClosedAsync(seen.CompanyId, claim);
                LogUnanswered(seen.CompanyId, why, closedFor);
                return new SpirisAccess.Unavailable(why, closedFor);
            default:
                throw new UnreachableException("The cases of SpirisGrant are closed.");
        }
    }

    /// <summary>New tokens take the place of the one that was spent for them, even if it was given up as dead meanwhile by a
    /// node that sent it after us. Tokens that a person has granted meanwhile stay.</summary>
    private async Task<SpirisAccess?> StoreAsync(Connection seen, SpirisTokens tokens)
    {
        var revived = false;
        var stored = await ChangeAsync(seen, row =>
        {
            revived = row.State is ConnectionState.NeedsAuthorisation;
            row.Store(tokens, sealer);
        });
        if (stored && revived)
        {
            LogRevived(seen.CompanyId);
            await using var db = await databases.CreateDbContextAsync();
            await Reconsideration.OfCompanyAsync(db, seen.CompanyId, CancellationToken.None);
            feed.Announce(seen.CompanyId);
        }

        return stored ? new SpirisAccess.Open(tokens.AccessToken) : null;
    }

    /// <summary>The access is lost, unless there are other tokens by now. Told once, however many nodes find it out.</summary>
    private async Task<SpirisAccess?> LoseAsync(Connection seen, string problem, Action tell)
    {
        var wasOpen = false;
        var isLost = await ChangeAsync(seen, row =>
        {
            wasOpen = row.State is ConnectionState.Authorised;
            row.Lose(problem);
        });
        if (isLost && wasOpen)
        {
            tell();
            feed.Announce(seen.CompanyId);
        }

        return isLost ? new SpirisAccess.Lost(problem) : null;
    }

    /// <summary>Changes the connection if it still holds the refresh token that was read: a sealed token is never the same
    /// twice, so nothing else can stand there in its name.</summary>
    private async Task<bool> ChangeAsync(Connection seen, Action<Connection> change)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync();
            var row = await db.Connections.SingleAsync(row => row.CompanyId == seen.CompanyId);
            if (!row.RefreshToken.AsSpan().SequenceEqual(seen.RefreshToken))
            {
                return false;
            }

            change(row);
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was faster, perhaps with tokens of their own: look again.
                continue;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Spiris no longer accepts the access of company {CompanyId}, which must be authorised again: {Problem}")]
    private partial void LogDead(Guid companyId, string problem);

    [LoggerMessage(LogLevel.Information, "The access of company {CompanyId} is back: the answer to a refresh came after all.")]
    private partial void LogRevived(Guid companyId);

    [LoggerMessage(LogLevel.Error, "The key that the tokens of company {CompanyId} were sealed with is missing in the folder keys; restore it, or let the company be authorised again.")]
    private partial void LogUnreadable(Guid companyId);

    [LoggerMessage(LogLevel.Error, "Spiris does not accept this server as a client: {Error}. Check Spiris:ClientId and Spiris:ClientSecret.")]
    private partial void LogWeAreRefused(string error);

    [LoggerMessage(LogLevel.Warning, "The answer to a refresh of company {CompanyId} was lost ({Problem}); asked again in {Pause} at the earliest.")]
    private partial void LogUnanswered(Guid companyId, string problem, TimeSpan pause);
}

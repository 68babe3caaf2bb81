using System.Collections.Concurrent;
using SpirisSandbox.State;

namespace SpirisSandbox.Identity;

/// <summary>The grants users have given, and every code and token still good for one of them.</summary>
/// <remarks>
/// Safe to use from many requests at once. A ticket is redeemed at most once, whoever comes at the same time.
/// </remarks>
public sealed class Grants
{
    /// <summary>The name under which grants are stored.</summary>
    internal const string GrantRecords = "grants";

    /// <summary>The name under which tickets are stored.</summary>
    internal const string TicketRecords = "tickets";

    private const int SweepEvery = 1_000;

    private readonly ConcurrentDictionary<Guid, Grant> _grants = new();
    private readonly ConcurrentDictionary<string, Ticket> _tickets = new(StringComparer.Ordinal);
    private int _sinceSweep;

    /// <summary>Told of each grant and ticket that was put or, without a record, taken away.</summary>
    internal event Action<Change>? Changed;

    /// <summary>Every ticket that was issued and neither used up nor forgotten.</summary>
    internal IEnumerable<Ticket> Tickets => _tickets.Values.OrderBy(ticket => ticket.Value, StringComparer.Ordinal);

    /// <summary>Every living grant, oldest first.</summary>
    public IEnumerable<Grant> All => _grants.Values.OrderBy(grant => grant.GivenAt);

    public Grant? Find(Guid id) => _grants.GetValueOrDefault(id);

    public void Add(Grant grant)
    {
        _grants[grant.Id] = grant;
        Changed?.Invoke(new Change(GrantRecords, grant.Id, grant));
    }

    /// <summary>
    /// Remembers a code or token, and forgets those that expired long enough ago to be of no interest.
    /// </summary>
    public void Issue(Ticket ticket, DateTimeOffset now)
    {
        _tickets[ticket.Value] = ticket;
        Changed?.Invoke(new Change(TicketRecords, ticket.Value, ticket));
        if (Interlocked.Increment(ref _sinceSweep) % SweepEvery == 0)
        {
            foreach (var expired in _tickets.Values.Where(other => other.ExpiresAt < now))
            {
                Redeem(expired.Value);
            }
        }
    }

    /// <summary>
    /// The ticket, when it has been issued, not been redeemed, not expired, and its grant still lives.
    /// </summary>
    public Ticket? FindGood(string value, DateTimeOffset now) =>
        _tickets.TryGetValue(value, out var ticket) && ticket.ExpiresAt > now && Lives(ticket) ? ticket : null;

    /// <summary>Uses a ticket up.</summary>
    /// <returns>False when somebody else did so first, or there never was one.</returns>
    public bool Redeem(string value)
    {
        if (!_tickets.TryRemove(value, out _))
        {
            return false;
        }

        Changed?.Invoke(new Change(TicketRecords, value, Record: null));
        return true;
    }

    /// <summary>Uses a ticket that stays good for a grace, counted from its first use.</summary>
    /// <returns>False when the grace is over, or there never was one.</returns>
    public bool Retire(string value, DateTimeOffset now, TimeSpan grace)
    {
        if (FindGood(value, now) is not { } ticket)
        {
            return false;
        }

        if (!ticket.IsRetired)
        {
            var retired = ticket with { ExpiresAt = now + grace, IsRetired = true };
            _tickets[value] = retired;
            Changed?.Invoke(new Change(TicketRecords, value, retired));
        }

        return true;
    }

    /// <summary>
    /// Ends a grant and with it every ticket of it, but access tokens when <paramref name="keepAccess"/>.
    /// </summary>
    /// <returns>False when there was no such grant.</returns>
    public bool Revoke(Guid grantId, bool keepAccess = false)
    {
        var wasThere = _grants.ContainsKey(grantId);
        foreach (var ticket in _tickets.Values.Where(ticket => ticket.GrantId == grantId))
        {
            if (!keepAccess || ticket.Kind != TicketKind.AccessToken)
            {
                Redeem(ticket.Value);
            }
        }

        if (!keepAccess && _grants.TryRemove(grantId, out _))
        {
            Changed?.Invoke(new Change(GrantRecords, grantId, Record: null));
        }

        return wasThere;
    }

    /// <summary>Ends every grant, whoever gave it.</summary>
    public void RevokeAll()
    {
        foreach (var grant in _grants.Values)
        {
            Revoke(grant.Id);
        }
    }

    public void RevokeAllOf(Guid userId)
    {
        foreach (var grant in _grants.Values.Where(grant => grant.UserId == userId))
        {
            Revoke(grant.Id);
        }
    }

    internal void Clear()
    {
        _tickets.Clear();
        _grants.Clear();
    }

    private bool Lives(Ticket ticket) => _grants.ContainsKey(ticket.GrantId);
}

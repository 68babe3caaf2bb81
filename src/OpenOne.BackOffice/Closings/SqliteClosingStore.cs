using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Closings;

/// <summary>Writes closings into a file of SQLite with prepared statements.</summary>
/// <remarks>Every question is asked inside the transaction that acts on its answer, so nobody can come between. Only that a company
/// knows a register or a key is remembered: both are added and never taken away.</remarks>
internal sealed class SqliteClosingStore : IClosingStore
{
    // A thousand companies with a hundred keys each; what is forgotten is only asked for again.
    private const int MaxKnown = 100_000;

    private readonly BackOfficeDb _db;
    private readonly SqliteConnection _connection;
    private readonly PreparedStatement _owners;
    private readonly PreparedStatement _earlier;
    private readonly PreparedInsert<CashRegister> _registers;
    private readonly PreparedInsert<ReceivedClosing> _closings;
    private readonly PreparedInsert<VoucherDelivery> _deliveries;
    private readonly PreparedInsert<ConflictingClosing> _conflicts;
    private readonly PreparedInsert<SeenKey> _seenKeys;
    private readonly HashSet<(Guid CompanyId, string Register)> _own = [];
    private readonly HashSet<(Guid CompanyId, MappingKey Key)> _known = [];

    /// <param name="db">Disposed of with this. Its connection is kept open.</param>
    public SqliteClosingStore(BackOfficeDb db)
    {
        _db = db;
        try
        {
            _db.Database.OpenConnection();
            _connection = (SqliteConnection)_db.Database.GetDbConnection();
            _owners = new(
                _connection,
                """
                SELECT r.company_id = ? FROM registers r JOIN companies c ON c.id = r.company_id
                WHERE r.designation = ? AND c.organisation_id = ?
                ORDER BY 1 DESC LIMIT 1
                """);
            _earlier = new(
                _connection,
                "SELECT id, content_hash FROM closings WHERE company_id = ? AND register = ? AND z_number = ?");
            (_registers, _closings, _deliveries, _conflicts) = (new(_db), new(_db), new(_db), new(_db));
            _seenKeys = new(_db);
        }
        catch
        {
            _db.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Intaken> Store(IReadOnlyList<PendingClosing> closings)
    {
        using var transaction = _connection.BeginTransaction();
        var results = new Intaken[closings.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Store(closings[i]);
        }

        transaction.Commit();
        return results;
    }

    private Intaken Store(PendingClosing pending)
    {
        var closing = pending.Closing;
        var ownRegister = OwnsRegister(pending);
        if (ownRegister is false)
        {
            return new Intaken.RegisterOfAnotherCompany();
        }

        // Asked before the sums are: what has been received stands, whatever is sent later under its number. A closing that
        // adds up is asked by being inserted, since most are new.
        var addsUp = pending.Differences.IsEmpty;
        if (!addsUp || !_closings.Insert(closing))
        {
            return Earlier(closing) ?? (addsUp
                ? throw new InvalidOperationException("A closing was refused as known and is not found.")
                : new Intaken.DoesNotReconcile(pending.Differences));
        }

        _deliveries.Insert(pending.Delivery);
        if (ownRegister is null)
        {
            _registers.Insert(new CashRegister { CompanyId = closing.CompanyId, Designation = closing.Register });
        }

        See(pending);
        return new Intaken.New();
    }

    /// <summary>Remembers what the closing is the first to speak of.</summary>
    private void See(PendingClosing pending)
    {
        var closing = pending.Closing;
        foreach (var named in pending.Keys)
        {
            if (_known.Count >= MaxKnown)
            {
                _known.Clear();
            }

            if (_known.Add((closing.CompanyId, named.Key)))
            {
                _seenKeys.Insert(new SeenKey
                {
                    CompanyId = closing.CompanyId,
                    Key = named.Key,
                    Name = named.Name,
                    FirstSeenAt = closing.ReceivedAt,
                    ClosingId = closing.Id,
                });
            }
        }
    }

    /// <summary>Whether the register is the caller's company's (true), only another's of its organisation (false), or unknown.</summary>
    private bool? OwnsRegister(PendingClosing pending)
    {
        var register = (pending.Closing.CompanyId, pending.Closing.Register);
        if (_own.Contains(register))
        {
            return true;
        }

        bool? owns = _owners.Run(pending.Closing.CompanyId, pending.Closing.Register, pending.Caller.OrganisationId)
            ? _owners.Boolean(0)
            : null;
        _owners.Reset();
        if (owns is true)
        {
            _own.Add(register);
        }

        return owns;
    }

    /// <summary>What is known of a Z-report that was received before. A document that says something else is kept beside the first.</summary>
    private Intaken? Earlier(ReceivedClosing closing)
    {
        if (!_earlier.Run(closing.CompanyId, closing.Register, closing.ZNumber))
        {
            return null;
        }

        var (id, same) = (_earlier.Guid(0), _earlier.Blob(1).SequenceEqual(closing.ContentHash));
        _earlier.Reset();
        if (same)
        {
            return new Intaken.Before();
        }

        _conflicts.Insert(new ConflictingClosing
        {
            ClosingId = id,
            Document = closing.Document,
            ContentHash = closing.ContentHash,
            ReceivedAt = closing.ReceivedAt,
        });
        return new Intaken.Changed();
    }

    public void Dispose()
    {
        foreach (IDisposable prepared in (IDisposable[])[_owners, _earlier, _registers, _closings, _deliveries, _conflicts, _seenKeys])
        {
            prepared.Dispose();
        }

        _db.Dispose();
    }
}

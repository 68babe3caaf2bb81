using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Closings;

/// <summary>Writes closings, many in one transaction, over a connection of its own with prepared statements.</summary>
/// <remarks>Every question is asked inside the transaction that acts on its answer, so nobody can come between. Not thread-safe.</remarks>
internal sealed class ClosingStore : IDisposable
{
    private readonly BackOfficeDb _db;
    private readonly DbConnection _connection;
    private readonly PreparedQuery _owners;
    private readonly PreparedQuery _earlier;
    private readonly PreparedInsert<CashRegister> _registers;
    private readonly PreparedInsert<ReceivedClosing> _closings;
    private readonly PreparedInsert<VoucherDelivery> _deliveries;
    private readonly PreparedInsert<ConflictingClosing> _conflicts;

    /// <summary>Opens a connection, which is kept until this is disposed.</summary>
    public ClosingStore(IDbContextFactory<BackOfficeDb> databases)
    {
        _db = databases.CreateDbContext();
        try
        {
            _db.Database.OpenConnection();
            _connection = _db.Database.GetDbConnection();
            _owners = new(
                _connection,
                """
                SELECT r.company_id = @company FROM registers r JOIN companies c ON c.id = r.company_id
                WHERE r.designation = @register AND c.organisation_id = @organisation
                ORDER BY 1 DESC LIMIT 1
                """,
                "@company", "@register", "@organisation");
            _earlier = new(
                _connection,
                "SELECT id, content_hash FROM closings WHERE company_id = @company AND register = @register AND z_number = @zNumber",
                "@company", "@register", "@zNumber");
            (_registers, _closings, _deliveries, _conflicts) = (new(_db), new(_db), new(_db), new(_db));
        }
        catch
        {
            _db.Dispose();
            throw;
        }
    }

    /// <summary>Writes closings in one transaction, and returns when it is durable.</summary>
    /// <returns>What became of each, in their order. When this throws, nothing of any of them is stored.</returns>
    public IReadOnlyList<Intaken> Store(IReadOnlyList<PendingClosing> closings)
    {
        using var transaction = _connection.BeginTransaction();
        var results = new Intaken[closings.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Store(closings[i], transaction);
        }

        transaction.Commit();
        return results;
    }

    private Intaken Store(PendingClosing pending, DbTransaction transaction)
    {
        var closing = pending.Closing;
        var ownRegister = OwnsRegister(pending, transaction);
        if (ownRegister is false)
        {
            return new Intaken.RegisterOfAnotherCompany();
        }

        // Asked before the sums are: what has been received stands, whatever is sent later under its number. A closing that
        // adds up is asked by being inserted, since most are new.
        var addsUp = pending.Differences.IsEmpty;
        if (!addsUp || !_closings.Insert(closing, transaction))
        {
            return Earlier(closing, transaction) ?? (addsUp
                ? throw new InvalidOperationException("A closing was refused as known and is not found.")
                : new Intaken.DoesNotReconcile(pending.Differences));
        }

        _deliveries.Insert(pending.Delivery, transaction);
        if (ownRegister is null)
        {
            _registers.Insert(new CashRegister { CompanyId = closing.CompanyId, Designation = closing.Register }, transaction);
        }

        return new Intaken.New();
    }

    /// <summary>Whether the register is the caller's company's (true), only another's of its organisation (false), or unknown.</summary>
    private bool? OwnsRegister(PendingClosing pending, DbTransaction transaction)
    {
        using var owner = _owners.Execute(transaction, pending.Caller.CompanyId, pending.Closing.Register, pending.Caller.OrganisationId);
        return owner.Read() ? owner.GetBoolean(0) : null;
    }

    /// <summary>What is known of a Z-report that was received before. A document that says something else is kept beside the first.</summary>
    private Intaken? Earlier(ReceivedClosing closing, DbTransaction transaction)
    {
        Guid id;
        using (var earlier = _earlier.Execute(transaction, closing.CompanyId, closing.Register, closing.ZNumber))
        {
            if (!earlier.Read())
            {
                return null;
            }

            if (earlier.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(closing.ContentHash))
            {
                return new Intaken.Before();
            }

            id = earlier.GetGuid(0);
        }

        _conflicts.Insert(
            new ConflictingClosing
            {
                ClosingId = id,
                Document = closing.Document,
                ContentHash = closing.ContentHash,
                ReceivedAt = closing.ReceivedAt,
            },
            transaction);
        return new Intaken.Changed();
    }

    public void Dispose()
    {
        foreach (IDisposable prepared in (IDisposable[])[_owners, _earlier, _registers, _closings, _deliveries, _conflicts])
        {
            prepared.Dispose();
        }

        _db.Dispose();
    }
}

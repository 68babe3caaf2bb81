using Npgsql;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Closings;

/// <summary>Writes closings into PostgreSQL: four journeys for each commit, however many closings it holds.</summary>
/// <remarks>Other nodes write at the same time. What makes a closing be received once is the unique index, which makes the second
/// wait for the first. Rows are inserted in the order of their keys, so that two nodes never wait for each other. A register that
/// is new to its organisation is locked by name, so that only one company can be the first to use it.</remarks>
internal sealed class PostgresClosingStore : IClosingStore
{
    // A thousand companies with a hundred keys each; what is forgotten is only asked for again.
    private const int MaxKnown = 100_000;

    private readonly BackOfficeDb _db;
    private readonly NpgsqlConnection _connection;
    private readonly RowsInsert<CashRegister> _registers;
    private readonly RowsInsert<ReceivedClosing> _closings;
    private readonly RowsInsert<VoucherDelivery> _deliveries;
    private readonly RowsInsert<ConflictingClosing> _conflicts;
    private readonly RowsInsert<SeenKey> _seenKeys;
    private readonly HashSet<(Guid CompanyId, string Register)> _own = [];
    private readonly HashSet<(Guid CompanyId, MappingKey Key)> _known = [];

    /// <param name="db">Disposed of with this. Its connection is kept open.</param>
    public PostgresClosingStore(PostgresDb db)
    {
        _db = db;
        try
        {
            _connection = db.Open();
            (_registers, _closings, _deliveries, _conflicts, _seenKeys) = (new(db), new(db, "id"), new(db), new(db), new(db));
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Intaken> Store(IReadOnlyList<PendingClosing> closings)
    {
        using var transaction = _connection.BeginTransaction();
        var intake = new PostgresIntake(closings, _own);
        if (intake.UnknownRegisters is { Count: > 0 } unknown)
        {
            intake.Owned(RegisterOwners.Lock(_connection, unknown));
        }

        var inserted = Insert([.. intake.ToInsert.Select(pending => pending.Closing)]);
        intake.ToInsert.ForEach(pending => intake.Inserted(pending, inserted.Contains(pending.Closing.Id)));
        if (intake.ToLookUp is { Count: > 0 } known)
        {
            intake.Earlier(EarlierClosings.Find(_connection, known));
        }

        var seen = intake.Seen(_known);
        using (var rest = _connection.CreateBatch())
        {
            Add(rest, _deliveries, [.. intake.New.Select(pending => pending.Delivery)]);
            Add(rest, _registers, [.. intake.NewRegisters]);
            Add(rest, _conflicts, intake.Conflicts);
            Add(rest, _seenKeys, seen);
            Run(rest);
        }

        Commit(transaction);
        _own.UnionWith(intake.OwnRegisters);
        Know(seen);
        return intake.Outcomes;
    }

    private void Know(List<SeenKey> seen)
    {
        if (_known.Count >= MaxKnown)
        {
            _known.Clear();
        }

        _known.UnionWith(seen.Select(one => (one.CompanyId, one.Key)));
    }

    /// <summary>Inserts closings.</summary>
    /// <returns>Those that were new, by their ids.</returns>
    private HashSet<Guid> Insert(List<ReceivedClosing> closings)
    {
        var inserted = new HashSet<Guid>();
        if (closings.Count == 0)
        {
            return inserted;
        }

        using var batch = _connection.CreateBatch();
        batch.BatchCommands.Add(_closings.Of(closings));
        using var reader = batch.ExecuteReader();
        while (reader.Read())
        {
            inserted.Add(reader.GetGuid(0));
        }

        return inserted;
    }

    private static void Add<TRow>(NpgsqlBatch batch, RowsInsert<TRow> insert, IReadOnlyList<TRow> rows)
        where TRow : class
    {
        if (rows.Count > 0)
        {
            batch.BatchCommands.Add(insert.Of(rows));
        }
    }

    private static void Run(NpgsqlBatch batch)
    {
        if (batch.BatchCommands.Count > 0)
        {
            batch.ExecuteNonQuery();
        }
    }

    /// <summary>A server that refuses to commit has said so; one that was lost has said nothing.</summary>
    private static void Commit(NpgsqlTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (NpgsqlException lost) when (lost is not PostgresException)
        {
            throw new NotStoredException(StorageTrouble.Unknown, lost);
        }
    }

    public void Dispose() => _db.Dispose();
}

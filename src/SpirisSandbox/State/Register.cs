using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;

namespace SpirisSandbox.State;

/// <summary>A register, whatever its records: what storing and restoring a company needs of it.</summary>
public abstract class Register
{
    /// <summary>Its name, such as <c>vouchers</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Every record as the change that would put it there, oldest first.</summary>
    internal abstract IEnumerable<Change> Everything();

    /// <summary>Puts a record that was written as JSON.</summary>
    /// <exception cref="JsonException">It is not of this register.</exception>
    internal abstract void Take(JsonElement record, JsonSerializerOptions json);
}

/// <summary>The records of one kind that a company keeps, in the order they were made.</summary>
/// <remarks>
/// Records are immutable: a change puts a new record in the old one's place. Writers hold the company's lock
/// (<see cref="Company.Write{T}"/>); readers need none, since <see cref="All"/> is a view of the array as far as it was
/// filled, and an appended record never moves those before it.
/// </remarks>
public sealed class Register<TKey, TRecord> : Register, IEnumerable<TRecord>
    where TKey : notnull
    where TRecord : class
{
    private readonly string _kind;
    private readonly Func<TRecord, TKey> _key;
    private readonly ChangeLog _changes;
    private readonly ConcurrentDictionary<TKey, int> _positions = new();
    private ArraySegment<TRecord> _records = new(new TRecord[16], 0, 0);
    private readonly Lock _publishing = new();

    /// <param name="kind">The register's name, such as <c>vouchers</c>; each register of a company has its own.</param>
    /// <param name="key">What tells one record from all others.</param>
    public Register(string kind, Func<TRecord, TKey> key, ChangeLog changes)
    {
        (_kind, _key, _changes) = (kind, key, changes);
        changes.Enrol(this);
    }

    public override string Kind => _kind;

    public int Count => All.Count;

    /// <summary>Every record there is now, oldest first. Costs nothing, however many there are.</summary>
    public ArraySegment<TRecord> All
    {
        get
        {
            lock (_publishing)
            {
                return _records;
            }
        }
    }

    public TRecord? Find(TKey id) =>
        _positions.TryGetValue(id, out var position) && All is var all && position < all.Count ? all[position] : null;

    /// <summary>Adds a record, or puts it in the place of the one with the same key.</summary>
    public void Put(TRecord record)
    {
        var id = _key(record);
        var array = _records.Array!;
        if (_positions.TryGetValue(id, out var position))
        {
            array[position] = record;
        }
        else
        {
            Append(array, record);
            _positions[id] = _records.Count - 1;
        }

        _changes.Add(new Change(_kind, id, record));
    }

    /// <summary>Takes a record away. The rest keep their order.</summary>
    /// <returns>False when there was none.</returns>
    public bool Remove(TKey id)
    {
        if (!_positions.TryRemove(id, out _))
        {
            return false;
        }

        var rest = All.Where(record => !_key(record).Equals(id)).ToArray();
        for (var position = 0; position < rest.Length; position++)
        {
            _positions[_key(rest[position])] = position;
        }

        Publish(rest, rest.Length);
        _changes.Add(new Change(_kind, id, Record: null));
        return true;
    }

    public IEnumerator<TRecord> GetEnumerator() => All.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override IEnumerable<Change> Everything() =>
        All.Select(record => new Change(_kind, _key(record), record));

    internal override void Take(JsonElement record, JsonSerializerOptions json) =>
        Put(record.Deserialize<TRecord>(json) ?? throw new JsonException($"A record of {_kind} is null."));

    private void Append(TRecord[] array, TRecord record)
    {
        var count = _records.Count;
        if (count == array.Length)
        {
            Array.Resize(ref array, Math.Max(16, count * 2));
        }

        array[count] = record;
        Publish(array, count + 1);
    }

    private void Publish(TRecord[] array, int count)
    {
        lock (_publishing)
        {
            _records = new ArraySegment<TRecord>(array, 0, count);
        }
    }
}

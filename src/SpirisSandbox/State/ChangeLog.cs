namespace SpirisSandbox.State;

/// <summary>One record that was put or, when <paramref name="Record"/> is null, taken away.</summary>
/// <param name="Kind">The register's name, such as <c>vouchers</c>.</param>
/// <param name="Key">The record's key in its register.</param>
public readonly record struct Change(string Kind, object Key, object? Record);

/// <summary>
/// What one write has changed so far. It is handed on whole when the write is over, so that whoever stores the state
/// stores all of a write or nothing of it.
/// </summary>
public sealed class ChangeLog
{
    private readonly List<Register> _registers = [];
    private List<Change> _changes = [];

    /// <summary>Every register that writes into this log.</summary>
    internal IReadOnlyList<Register> Registers => _registers;

    internal void Enrol(Register register) => _registers.Add(register);

    internal void Add(Change change) => _changes.Add(change);

    internal IReadOnlyList<Change> Take()
    {
        var taken = _changes;
        _changes = [];
        return taken;
    }
}

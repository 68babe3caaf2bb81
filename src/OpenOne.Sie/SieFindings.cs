namespace OpenOne.Sie;

/// <summary>What was found in a file: every kind is counted, and of each the first are kept.</summary>
public sealed class SieFindings
{
    /// <summary>How many of one kind are kept.</summary>
    public const int MaxOfOneKind = 100;

    private readonly List<SieFinding> _kept = [];
    private readonly Dictionary<SieProblem, long> _counts = [];

    /// <summary>Those that are kept, in the order in which they were found.</summary>
    public IReadOnlyList<SieFinding> Kept => _kept;

    /// <summary>How many of each kind there are.</summary>
    public IReadOnlyDictionary<SieProblem, long> Counts => _counts;

    /// <summary>How many there are of a severity.</summary>
    public long CountOf(SieSeverity severity) =>
        _counts.Sum(count => count.Key.Severity() == severity ? count.Value : 0);

    /// <summary>Whether the file is not to be relied on.</summary>
    public bool HasErrors => _counts.Keys.Any(problem => problem.Severity() is SieSeverity.Error);

    /// <summary>Takes one in.</summary>
    internal void Add(long line, SieProblem problem, string detail = "")
    {
        var count = _counts.GetValueOrDefault(problem);
        _counts[problem] = count + 1;
        if (count < MaxOfOneKind)
        {
            _kept.Add(new(line, problem, detail));
        }
    }

    /// <summary>Takes one in unless there is one of its kind already.</summary>
    internal void AddOnce(long line, SieProblem problem, string detail = "")
    {
        if (!_counts.ContainsKey(problem))
        {
            Add(line, problem, detail);
        }
    }
}

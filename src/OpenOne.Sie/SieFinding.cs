namespace OpenOne.Sie;

/// <summary>How much a finding matters.</summary>
public enum SieSeverity
{
    /// <summary>The file is not as the format says, and nothing is lost by it.</summary>
    Notice = 1,

    /// <summary>The file was read in the way that was most likely meant; somebody should look.</summary>
    Warning = 2,

    /// <summary>Something could not be read, or what was read cannot be right: the file is not to be relied on.</summary>
    Error = 3,
}

/// <summary>What was found in a file, and where.</summary>
/// <param name="Line">The line, the first being 1; 0 when it concerns the file as a whole.</param>
/// <param name="Problem">What it is.</param>
/// <param name="Detail">The label, value or amount in question; may be empty. Never longer than <see cref="MaxDetail"/>.</param>
public sealed record SieFinding(long Line, SieProblem Problem, string Detail)
{
    /// <summary>The longest detail, in characters.</summary>
    public const int MaxDetail = 100;

    /// <summary>The label, value or amount in question; may be empty.</summary>
    public string Detail { get; } = Cut(Detail);

    /// <summary>How much it matters.</summary>
    public SieSeverity Severity => Problem.Severity();

    /// <summary>One sentence in English.</summary>
    public override string ToString() => Problem.Sentence(Detail);

    private static string Cut(string detail)
    {
        if (detail.Length <= MaxDetail)
        {
            return detail;
        }

        // Never between the two halves of one character.
        var length = char.IsHighSurrogate(detail[MaxDetail - 2]) ? MaxDetail - 2 : MaxDetail - 1;
        return detail[..length] + "…";
    }
}

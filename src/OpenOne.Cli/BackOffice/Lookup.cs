namespace OpenOne.Cli.BackOffice;

/// <summary>What came of asking for a closing's state once.</summary>
internal abstract record Lookup
{
    private Lookup()
    {
    }

    /// <summary>BackOffice told the state.</summary>
    public sealed record Found(ClosingStatus Status) : Lookup;

    /// <summary>It will not tell, and asking again does not help (4xx).</summary>
    public sealed record Refused(Problem Problem) : Lookup;

    /// <summary>It could not tell now; asking again may help.</summary>
    public sealed record Unavailable(string Reason) : Lookup;
}

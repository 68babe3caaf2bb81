namespace OpenOne.BackOffice.Exports;

/// <summary>What came of asking for an export. Nothing is exported but in the last case, and then everything.</summary>
public abstract record ExportMaking
{
    private ExportMaking()
    {
    }

    /// <summary>The period is none that anybody can mean.</summary>
    public sealed record PeriodUnusable : ExportMaking;

    /// <summary>The integration transfers days of the period, from this one on.</summary>
    public sealed record IntegrationOn(DateOnly From) : ExportMaking;

    /// <summary>Some closings cannot become vouchers as things stand: the draft says which and why.</summary>
    public sealed record Incomplete(ExportDraft Draft) : ExportMaking;

    /// <summary>No closing of the period may be exported: none was received, or all have left already.</summary>
    public sealed record NothingToExport(ExportDraft Draft) : ExportMaking;

    /// <summary>A lane or another export was quicker with one of the closings, again and again.</summary>
    public sealed record ChangedMeanwhile : ExportMaking;

    /// <summary>The file is made, and its closings have left by it.</summary>
    public sealed record Made(SieExport Export) : ExportMaking;
}

/// <summary>What came of releasing an export.</summary>
public abstract record ExportReleasing
{
    private ExportReleasing()
    {
    }

    /// <summary>The company has no such export.</summary>
    public sealed record NoSuchExport : ExportReleasing;

    /// <summary>It was released before.</summary>
    public sealed record ReleasedBefore(ExportRelease Release) : ExportReleasing;

    /// <summary>Nobody has confirmed that the file was not imported.</summary>
    public sealed record NotConfirmed : ExportReleasing;

    /// <summary>No reason was written, or one that is too long.</summary>
    public sealed record ReasonUnusable : ExportReleasing;

    /// <summary>Somebody changed one of the closings meanwhile.</summary>
    public sealed record ChangedMeanwhile : ExportReleasing;

    /// <summary>Released: so many closings are decided about anew.</summary>
    public sealed record Released(int Closings) : ExportReleasing;
}

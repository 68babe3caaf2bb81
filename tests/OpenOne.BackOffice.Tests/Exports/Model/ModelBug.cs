namespace OpenOne.BackOffice.Tests.Exports.Model;

/// <summary>A bug that is put in on purpose, and must be found.</summary>
public enum ModelBug
{
    /// <summary>None.</summary>
    None,

    /// <summary>A lane begins although somebody has changed the delivery since it was read.</summary>
    LaneDoesNotLookWhetherItChanged,

    /// <summary>An export takes what is under way.</summary>
    ExportTakesWhatIsUnderWay,

    /// <summary>An export takes what another holds.</summary>
    ExportTakesWhatAnotherHolds,

    /// <summary>A file is made and the lanes are not told.</summary>
    ExportForgetsTheLanes,

    /// <summary>Saving settings lets exported days go.</summary>
    SettingsLetExportedDaysGo,

    /// <summary>An export is released although its file was imported.</summary>
    ReleaseAsksNobody,
}

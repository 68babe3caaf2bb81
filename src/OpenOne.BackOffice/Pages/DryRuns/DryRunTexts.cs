namespace OpenOne.BackOffice.Pages.DryRuns;

/// <summary>The page of a dry run.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class DryRunTexts;

namespace OpenOne.BackOffice.Pages.Sweeps;

/// <summary>The reconciliation page, and the alarm that leads there.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class SweepTexts;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary>SIE export: what would be exported, what was, and its release.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class ExportTexts;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>The list of closings and the page of one.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class ClosingTexts;

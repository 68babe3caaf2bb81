namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>The list of closings and the page of one. The texts are in the .resx files beside this one.</summary>
public sealed class ClosingTexts;

namespace OpenOne.BackOffice.Pages.Layout;

/// <summary>The frame of every page: bar, menu, crumbs, lost connection.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class LayoutTexts;

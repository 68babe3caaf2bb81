namespace OpenOne.BackOffice.Pages.Layout;

/// <summary>The frame of every page: bar, menu, crumbs, lost connection. The texts are in the .resx files beside this one.</summary>
public sealed class LayoutTexts;

namespace OpenOne.BackOffice.Pages.Parts;

/// <summary>The word for each state of a closing, and whether it is in the books. The texts are in the .resx files beside this one.</summary>
public sealed class StateTexts;

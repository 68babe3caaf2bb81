namespace OpenOne.BackOffice.Pages.Parts;

/// <summary>The word for each state of a closing, and whether it is in the books.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class StateTexts;

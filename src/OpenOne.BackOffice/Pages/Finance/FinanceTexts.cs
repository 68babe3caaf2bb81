namespace OpenOne.BackOffice.Pages.Finance;

/// <summary>The menu Finance.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class FinanceTexts;

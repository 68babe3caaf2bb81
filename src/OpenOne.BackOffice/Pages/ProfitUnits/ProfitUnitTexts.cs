namespace OpenOne.BackOffice.Pages.ProfitUnits;

/// <summary>The page of profit units and stores.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class ProfitUnitTexts;

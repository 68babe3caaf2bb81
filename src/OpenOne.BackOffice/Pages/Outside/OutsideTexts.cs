namespace OpenOne.BackOffice.Pages.Outside;

/// <summary>Duplicates from outside: what others have booked, beside what we would.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class OutsideTexts;

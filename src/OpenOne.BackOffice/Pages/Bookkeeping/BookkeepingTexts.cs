namespace OpenOne.BackOffice.Pages.Bookkeeping;

/// <summary>Earlier bookkeeping: what a company's SIE file says.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one; a finding's text has the name of its problem.</remarks>
public sealed class BookkeepingTexts;

namespace OpenOne.BackOffice.Pages.Backfills;

/// <summary>The page that tells how far a back-fill has come.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class BackfillTexts;

namespace OpenOne.BackOffice.Pages.Suspense;

/// <summary>The page on which what stands on the suspense account is booked over.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class SuspenseTexts;

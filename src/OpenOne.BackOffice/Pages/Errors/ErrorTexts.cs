namespace OpenOne.BackOffice.Pages.Errors;

/// <summary>The pages of errors.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class ErrorTexts;

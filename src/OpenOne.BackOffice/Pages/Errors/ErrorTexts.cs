namespace OpenOne.BackOffice.Pages.Errors;

/// <summary>The pages of errors. The texts are in the .resx files beside this one.</summary>
public sealed class ErrorTexts;

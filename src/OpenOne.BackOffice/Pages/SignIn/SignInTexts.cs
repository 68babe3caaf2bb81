namespace OpenOne.BackOffice.Pages.SignIn;

/// <summary>The sign-in page.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class SignInTexts;

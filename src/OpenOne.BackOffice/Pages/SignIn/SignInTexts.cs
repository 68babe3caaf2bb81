namespace OpenOne.BackOffice.Pages.SignIn;

/// <summary>The sign-in page. The texts are in the .resx files beside this one.</summary>
public sealed class SignInTexts;

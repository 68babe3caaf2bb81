using Microsoft.AspNetCore.Identity;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Pages.SignIn;

/// <summary>What the form of the sign-in page holds.</summary>
public sealed class SignInInput
{
    /// <summary>The user's e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }
}

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>The address is unknown or the password is wrong. Which of them, nobody is told.</summary>
    Refused = 1,

    /// <summary>Too many wrong passwords: refused for a while, even with the right one.</summary>
    LockedOut = 2,

    /// <summary>Signed in.</summary>
    SignedIn = 3,
}

/// <summary>Signs a person in with e-mail address and password.</summary>
public sealed class SigningIn(UserManager<User> users, SignInManager<User> signIn)
{
    // A hash of nobody's password: an unknown address takes as long to refuse as a wrong password, so that the time of
    // the answer does not tell who has an account.
    private static readonly string NobodysHash =
        new PasswordHasher<object>().HashPassword(new object(), "nobody's password");

    /// <summary>Checks the password and, when it is right, begins a session that ends with the browser.</summary>
    public async Task<SignInOutcome> TryAsync(SignInInput input)
    {
        var (email, password) = (input.Email?.Trim() ?? "", input.Password ?? "");
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            new PasswordHasher<object>().VerifyHashedPassword(new object(), NobodysHash, password);
            return SignInOutcome.Refused;
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => SignInOutcome.SignedIn,
            { IsLockedOut: true } => SignInOutcome.LockedOut,
            _ => SignInOutcome.Refused,
        };
    }
}

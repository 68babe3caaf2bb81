namespace SpirisSandbox.Identity;

/// <summary>What comes next on a user's way through an authorize request.</summary>
public enum AuthorizeStep
{
    SignIn = 1,
    ChooseCompany,
    Consent,
    Deny,
    Grant,
}

/// <summary>Decides the next step. The order of the pages is the order of the enum.</summary>
/// <remarks>
/// Source: portal, "Getting started": <c>select_account</c> always asks for the company, <c>login</c> asks to sign in
/// again, and the two can be combined.
/// </remarks>
internal static class AuthorizeSteps
{
    public static AuthorizeStep Next(AuthorizeAttempt attempt, Session? session, IReadOnlyCollection<string> prompts) => 0 switch
    {
        _ when session is null => AuthorizeStep.SignIn,
        _ when prompts.Contains("login") && session.Id == attempt.SessionAtStart => AuthorizeStep.SignIn,
        _ when attempt.Company is null && (prompts.Contains("select_account") || session.User.Companies.Count != 1) =>
            AuthorizeStep.ChooseCompany,
        _ when attempt.Consent is null => AuthorizeStep.Consent,
        _ when attempt.Consent is false => AuthorizeStep.Deny,
        _ => AuthorizeStep.Grant,
    };
}

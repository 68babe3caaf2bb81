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
    public static AuthorizeStep Next(
        AuthorizeAttempt attempt, Session? session, IReadOnlyCollection<string> prompts)
    {
        if (session is null || (prompts.Contains("login") && session.Id == attempt.SessionAtStart))
        {
            return AuthorizeStep.SignIn;
        }

        var mustChoose = prompts.Contains("select_account") || session.User.Companies.Count != 1;
        if (attempt.Company is null && mustChoose)
        {
            return AuthorizeStep.ChooseCompany;
        }

        return attempt.Consent switch
        {
            null => AuthorizeStep.Consent,
            true => AuthorizeStep.Grant,
            false => AuthorizeStep.Deny,
        };
    }
}

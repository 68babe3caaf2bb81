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
        AuthorizeAttempt attempt, Visit? visit, IReadOnlyCollection<string> prompts)
    {
        if (visit is null || (prompts.Contains("login") && visit.Id == attempt.VisitAtStart))
        {
            return AuthorizeStep.SignIn;
        }

        var mustChoose = prompts.Contains("select_account") || visit.User.Companies.Count != 1;
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

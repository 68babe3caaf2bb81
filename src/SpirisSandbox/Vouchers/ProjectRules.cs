using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.Projects;

namespace SpirisSandbox.Vouchers;

/// <summary>Whether a row may carry its project.</summary>
/// <remarks>
/// Source: portal, "Error codes": 5005 for a project that has ended. That a project on an account or in a company without
/// projects gives 2000, as a cost centre does, is inferred from the sentence about cost centres.
/// </remarks>
internal static class ProjectRules
{
    public static ApiAnswer.Refused? WhyNot(ApiCall call, VoucherRowInput row, AccountApi account)
    {
        if (row.ProjectId is not { } id)
        {
            return null;
        }

        var project = call.Company.Projects.Find(id);
        return 0 switch
        {
            _ when !call.Company.Settings.UsesProject => Refuse("The company does not use projects."),
            _ when !account.IsProjectAllowed => Refuse($"The account {account.Number} does not allow projects."),
            _ when project is null => Refuse($"The project {id} does not exist."),
            _ when project.Status == ProjectStatus.Finished =>
                new ApiAnswer.Refused(ErrorCatalogue.ProjectEnded, $"The project {project.Number} has ended."),
            _ => null,
        };
    }

    private static ApiAnswer.Refused Refuse(string text)
    {
        var errors = new FieldErrors();
        errors.Add(nameof(VoucherRowApi.ProjectId), text);
        return errors.Refusal();
    }
}

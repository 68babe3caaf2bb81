using SpirisSandbox.Api;

namespace SpirisSandbox.Projects;

/// <summary><c>/v2/projects</c>: made and replaced, never deleted.</summary>
/// <remarks>Source: Swagger 2024-05: all six scopes read, accounting alone writes; not in the variant Solo.</remarks>
public static class ProjectOperations
{
    public static void Map(ApiRoutes v2)
    {
        var read = Access.Anyone with { Variants = ProductVariants.AllButSolo };
        var write = Access.WriteAccounting with { Variants = ProductVariants.AllButSolo };
        v2.Get("/projects", read, call => call.List(call.Company.Projects.All));
        v2.Get("/projects/{id:guid}", read, call => ApiAnswer.Found(call.Company.Projects.Find(call.Id("id"))));
        v2.Post<ProjectInput>("/projects", write, (call, input) =>
            Keep(call, input, Guid.NewGuid(), project => new ApiAnswer.Created(project)));
        v2.Put<ProjectInput>("/projects/{id:guid}", write, (call, input) =>
            call.Company.Projects.Find(call.Id("id")) is { } project
                ? Keep(call, input, project.Id, replaced => new ApiAnswer.Ok(replaced))
                : ApiAnswer.Found(null));
    }

    private static ApiAnswer Keep(ApiCall call, ProjectInput input, Guid id, Func<ProjectApi, ApiAnswer> answer)
    {
        var errors = input.Check();
        if (errors.Any)
        {
            return errors.Refusal();
        }

        if (call.Company.Projects.Any(other => other.Number == input.Number && other.Id != id))
        {
            return new ApiAnswer.Refused(ErrorCatalogue.Conflict, $"The project number {input.Number} is taken.");
        }

        var project = new ProjectApi
        {
            Id = id,
            Number = input.Number!,
            Name = input.Name!,
            StartDate = input.StartDate!.Value,
            EndDate = input.EndDate,
            CustomerId = input.CustomerId,
            Notes = input.Notes,
            Status = input.Status ?? ProjectStatus.Ongoing,
            ModifiedUtc = call.Now,
        };
        call.Company.Projects.Put(project);
        return answer(project);
    }
}

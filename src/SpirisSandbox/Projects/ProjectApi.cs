using SpirisSandbox.Api;

namespace SpirisSandbox.Projects;

/// <summary>A project that voucher rows and documents can be put on.</summary>
/// <remarks>Source: Swagger 2024-05, ProjectApi.</remarks>
public sealed record ProjectApi
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required DateOnly StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public Guid? CustomerId { get; init; }

    public string? CustomerName { get; init; }

    public string? Notes { get; init; }

    /// <summary>See <see cref="ProjectStatus"/>.</summary>
    public required int Status { get; init; }

    public required DateTimeOffset ModifiedUtc { get; init; }
}

/// <summary>Whether a project goes on. Numbers of the API.</summary>
public static class ProjectStatus
{
    public const int Ongoing = 1;

    public const int Finished = 2;
}

/// <summary>The body of POST and PUT of a project.</summary>
/// <remarks>Source: Swagger 2024-05, ProjectApi: required are Number, Name and StartDate.</remarks>
public sealed record ProjectInput : ApiInput<ProjectApi>
{
    public string? Number { get; init; }

    public string? Name { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public Guid? CustomerId { get; init; }

    public string? Notes { get; init; }

    public int? Status { get; init; }

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(Number), Number, maximumLength: 9);
        errors.Required(nameof(Name), Name, maximumLength: 200);
        errors.Required(nameof(StartDate), StartDate);
        errors.AtMost(nameof(Notes), Notes, 500);
        errors.Within(nameof(Status), Status ?? ProjectStatus.Ongoing, ProjectStatus.Ongoing, ProjectStatus.Finished);
        if (EndDate < StartDate)
        {
            errors.Add(nameof(EndDate), "EndDate must not be before StartDate.");
        }

        return errors;
    }
}

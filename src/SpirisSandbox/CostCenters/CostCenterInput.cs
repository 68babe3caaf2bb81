using SpirisSandbox.Api;

namespace SpirisSandbox.CostCenters;

/// <summary>The body of PUT of a group. Its items are changed by themselves, not here.</summary>
/// <remarks>Source: Swagger 2024-05, CostCenterApi.</remarks>
public sealed record CostCenterInput : ApiInput<CostCenterApi>
{
    public string? Name { get; init; }

    public bool? IsActive { get; init; }

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(Name), Name, maximumLength: 20);
        return errors;
    }
}

/// <summary>The body of POST and PUT of an item.</summary>
/// <remarks>Source: Swagger 2024-05, CostCenterItemApi: everything but id and stamp is required.</remarks>
public sealed record CostCenterItemInput : ApiInput<CostCenterItemApi>
{
    public Guid? CostCenterId { get; init; }

    public string? Name { get; init; }

    public string? ShortName { get; init; }

    public bool? IsActive { get; init; }

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(CostCenterId), CostCenterId);
        errors.Required(nameof(Name), Name, maximumLength: 50);
        errors.Required(nameof(ShortName), ShortName, maximumLength: 9);
        errors.Required(nameof(IsActive), IsActive);
        return errors;
    }
}

namespace SpirisSandbox.Api;

/// <summary>
/// Marks a property that the sandbox keeps for itself: it is neither written, filtered, sorted nor selected.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotOnTheWireAttribute : Attribute
{
    /// <summary>True for the few properties that a query may name although no answer has them.</summary>
    public bool MayBeFilteredBy { get; init; }
}

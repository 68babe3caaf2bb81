namespace SpirisSandbox.Api;

/// <summary>Marks a property that the sandbox keeps for itself: it is neither written, filtered, sorted nor selected.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotOnTheWireAttribute : Attribute;

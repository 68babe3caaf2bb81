namespace SpirisSandbox.Api;

/// <summary>Marks a property that is answered and that a filter may not name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotFilterableAttribute : Attribute;

namespace SpirisSandbox.Api;

/// <summary>A kind of error the API can answer with.</summary>
/// <param name="Code">The number clients switch on.</param>
/// <param name="Name">Its name in the portal's catalogue.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="StatusIsAssumed">
/// True when no source shows the status; <see cref="SandboxAssumptions.StatusByErrorCode"/> can then correct it.
/// </param>
public sealed record ErrorKind(int Code, string Name, int Status, bool StatusIsAssumed)
{
    /// <summary>The name with which <c>DeveloperErrorMessage</c> begins.</summary>
    /// <remarks>Source: examples in the portal and the knowledge base; the others follow their pattern.</remarks>
    public string ExceptionName => (Code, Name) switch
    {
        (2000, _) => "ValidationException",
        (4002, nameof(ErrorCatalogue.NoAccessToModule)) => "ForbiddenRequestException",
        (4005, _) => "AuthorizationException",
        _ => Name.EndsWith("Exception", StringComparison.Ordinal) ? Name : Name + "Exception",
    };
}

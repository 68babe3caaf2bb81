namespace OpenOne.BackOffice.Pages;

/// <summary>Where a user goes on to after a step such as signing in: an address of ours, whatever the request asks
/// for.</summary>
internal static class ReturnAddress
{
    /// <summary>The address when it is one of ours, otherwise the first page.</summary>
    /// <remarks><c>//host</c> and <c>/\host</c> look local and are not (OWASP: unvalidated redirects). Control
    /// characters are refused because browsers drop them, so that <c>/&lt;tab&gt;/host</c> would be
    /// <c>//host</c>.</remarks>
    public static string OrHome(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}

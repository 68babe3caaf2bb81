namespace SpirisSandbox.Api;

/// <summary>An operation that the sandbox answers.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">From <c>/v2</c>, as routed, such as <c>/v2/vouchers/{fiscalyearId:guid}</c>.</param>
/// <param name="Access">Who may call it.</param>
public sealed record ApiOperation(string Method, string Path, Access Access);

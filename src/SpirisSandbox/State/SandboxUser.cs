namespace SpirisSandbox.State;

/// <summary>A person who can sign in to the sandbox.</summary>
/// <param name="Password">Kept as it is: the sandbox guards nothing, and its README says so.</param>
/// <param name="IsReadOnly">May look but not change: writes over the API give 4019.</param>
/// <param name="IsConsultant">Works at the accountant's and not in the company.</param>
/// <param name="Companies">The companies the user may choose, in the order they are shown.</param>
public sealed record SandboxUser(
    Guid Id,
    string Email,
    string Password,
    string FirstName,
    string LastName,
    bool IsReadOnly,
    bool IsConsultant,
    IReadOnlyList<Guid> Companies);

namespace OpenOne.BackOffice.Customers;

/// <summary>What came of reading a company's customers from Spiris.</summary>
internal abstract record CustomerLook
{
    private CustomerLook()
    {
    }

    /// <summary>They are as fresh as can be.</summary>
    /// <param name="AsOf">The moment, by Spiris' own clock, for which that holds.</param>
    public sealed record Fresh(DateTimeOffset AsOf) : CustomerLook;

    /// <summary>Our access was withdrawn.</summary>
    public sealed record AccessLost(string Problem) : CustomerLook;

    /// <summary>Spiris will not show them as things stand: a module, a right or a licence is missing.</summary>
    public sealed record Refused(string Problem) : CustomerLook;

    /// <summary>Not just now.</summary>
    public sealed record Failed(string Problem, TimeSpan? RetryAfter) : CustomerLook;
}

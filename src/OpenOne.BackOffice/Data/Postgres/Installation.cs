namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>What all servers on one database must agree on. One row.</summary>
public sealed class Installation
{
    /// <summary>Always 1.</summary>
    public int Id { get; private init; } = 1;

    /// <summary>A word that is sealed with the installation's key, so that a server with another one is found out before it makes
    /// secrets that nobody else can open.</summary>
    public required byte[] SealedWord { get; set; }

    /// <summary>The wall between tenants as it was last put up.</summary>
    public string Wall { get; set; } = "";
}

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>What all servers on one database must agree on. One row.</summary>
public sealed class Installation
{
    /// <summary>Always 1.</summary>
    public int Id { get; private init; } = 1;

    /// <summary>The generation of this program. Counted up when servers of the one before can no longer work beside it, such as when
    /// it writes what they would not understand; a change of the model that only adds does not count.</summary>
    public const int Present = 1;

    /// <summary>The oldest generation that may work beside this program: a rolling upgrade goes one step at a time.</summary>
    public const int OldestBeside = Present - 1;

    /// <summary>The cluster that the database belongs to.</summary>
    public string Cluster { get; set; } = "";

    /// <summary>The Spiris that the vouchers go to, and as whom.</summary>
    public string Spiris { get; set; } = "";

    /// <summary>The oldest generation that may still start.</summary>
    public int OldestAllowed { get; set; }

    /// <summary>A word that is sealed with the installation's key, so that a server with another one is found out before it makes
    /// secrets that nobody else can open.</summary>
    public required byte[] SealedWord { get; set; }

    /// <summary>The wall between tenants as it was last put up.</summary>
    public string Wall { get; set; } = "";
}

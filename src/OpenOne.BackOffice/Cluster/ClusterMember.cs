namespace OpenOne.BackOffice.Cluster;

/// <summary>A server of a cluster as Orleans' membership protocol knows it.</summary>
/// <remarks>Our own table for the protocol's contract (ADR 19). Moments are the database's, so that a server whose clock is wrong is
/// not taken for dead.</remarks>
public sealed class ClusterMember
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Address, port and generation, as Orleans writes them.</summary>
    public required string Address { get; init; }

    /// <summary>What the server calls itself.</summary>
    public required string Name { get; init; }

    /// <summary>The machine.</summary>
    public required string Host { get; init; }

    /// <summary>Orleans' status: 3 is active, 6 is dead.</summary>
    public required int Status { get; init; }

    /// <summary>Where clients would connect; we have none.</summary>
    public required int ProxyPort { get; init; }

    /// <summary>Who suspects it, and since when: <c>address,milliseconds</c>, apart by bars.</summary>
    public required string Suspects { get; init; }

    /// <summary>When it started.</summary>
    public required long StartedAt { get; init; }

    /// <summary>When it last said that it is alive, by the database's clock.</summary>
    public required long AliveAt { get; init; }

    /// <summary>Counts its changes.</summary>
    public required long Revision { get; init; }

    /// <summary>The generation of its program (<see cref="Data.Postgres.Installation.Present"/>).</summary>
    public required int Generation { get; init; }
}

/// <summary>Counts the changes of a cluster's members: each change is made under the number that was read.</summary>
public sealed class ClusterVersion
{
    /// <summary>The cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>How many changes there were.</summary>
    public required int Version { get; init; }
}

/// <summary>How much of a quota a server holds, so that whoever hands the quota out can die without anybody's being counted twice.</summary>
public sealed class QuotaHolding
{
    /// <summary>The endpoint that the quota is of.</summary>
    public required string Quota { get; init; }

    /// <summary>Who holds.</summary>
    public required string Node { get; init; }

    /// <summary>How many requests a minute.</summary>
    public required int Held { get; init; }

    /// <summary>When that was last known, by the database's clock.</summary>
    public required long SeenAt { get; init; }
}

/// <summary>Work that one server at a time does for all, such as the daily sweeps.</summary>
public sealed class Chore
{
    /// <summary>What is done.</summary>
    public required string Name { get; init; }

    /// <summary>The present claim, made anew each time.</summary>
    public required Guid Token { get; init; }

    /// <summary>Until when it holds, by the database's clock.</summary>
    public required long HeldUntil { get; init; }
}

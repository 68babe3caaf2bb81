using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;

namespace OpenOne.Simulation.Running;

/// <summary>A bug that is put into the product from outside, to see that it would be caught.</summary>
public record Mutation
{
    /// <summary>No bug.</summary>
    public static Mutation None { get; } = new() { Name = "none" };

    /// <summary>What the bug is.</summary>
    public required string Name { get; init; }

    /// <summary>In what the lanes remember.</summary>
    public Func<ILaneStore, ILaneStore> Store { get; init; } = store => store;

    /// <summary>In how the books are spoken to.</summary>
    public Func<IAccountingSystem, IAccountingSystem> Books { get; init; } = books => books;

    /// <summary>In how the wire is read.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler> Wire { get; init; } = wire => wire;

    /// <summary>In the clock.</summary>
    public Func<TimeProvider, TimeProvider> Clock { get; init; } = clock => clock;

    /// <summary>In the times and limits.</summary>
    public Func<DeliveryOptions, DeliveryOptions> Options { get; init; } = options => options;

    /// <summary>Registers are told that a closing is safe before it is.</summary>
    public bool AcknowledgesBeforeTheCommit { get; init; }

    /// <summary>The database lets anybody claim anything, and write whatever the claim and whoever wrote before.</summary>
    public bool IgnoresClaims { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

using Orleans.Placement;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Where a company's lane runs: on the server that this grain lives on.</summary>
/// <remarks>A place and a bell, and nothing more. When a server freezes, two of these can live at once, and two lanes of one company
/// can run: what keeps them apart is the claim in the database, its token, and the guard before each send.</remarks>
public interface ICompanyGrain : IGrainWithGuidKey
{
    /// <summary>Something of the company may have become due.</summary>
    /// <param name="isNews">Whether that is new; otherwise somebody has looked and found it due.</param>
    Task WakeAsync(bool isNews);
}

/// <inheritdoc cref="ICompanyGrain"/>
/// <param name="dispatcher">Runs the lanes of this server.</param>
[RandomPlacement]
[CollectionAgeLimit(Minutes = 5)]
internal sealed class CompanyGrain(LaneDispatcher dispatcher) : Grain, ICompanyGrain
{
    public Task WakeAsync(bool isNews)
    {
        if (isNews)
        {
            dispatcher.Wake(this.GetPrimaryKey());
        }
        else
        {
            dispatcher.Consider(this.GetPrimaryKey());
        }

        return Task.CompletedTask;
    }
}

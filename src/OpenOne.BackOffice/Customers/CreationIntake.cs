using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Customers;

/// <summary>Takes in a customer that a till wants, unless it stands in Spiris already or somebody else wants it too.</summary>
/// <remarks>What stands in Spiris is what we last read; the delivery looks again before it sends. What several tills want at once is
/// decided by the database: of one number, one identity and one content there is one creation.</remarks>
internal sealed class CreationIntake(IDbContextFactory<BackOfficeDb> databases, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>Takes it in, on disk when this returns.</summary>
    public async Task<CreationTaken> TakeInAsync(
        Guid companyId, NewCustomer wanted, string contentHash, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(cancellation);
                var taken = await TakeInAsync(db, companyId, wanted, contentHash, cancellation);
                await db.SaveChangesAsync(cancellation);
                return taken;
            }
            catch (DbUpdateException) when (tried < MostTries)
            {
                // Another till wants the same this very moment, or has what we were about to change. It is there to be read now.
            }
        }
    }

    private async Task<CreationTaken> TakeInAsync(
        BackOfficeDb db, Guid companyId, NewCustomer wanted, string contentHash, CancellationToken cancellation)
    {
        // The creations first: of one that has ended by then the customer is there to be read, and one that ends between the two
        // readings is not mistaken for somebody else's.
        var (number, identity) = (wanted.CustomerNumber, wanted.Identity?.Key);
        var others = await db.CustomerCreations
            .Where(row => row.CompanyId == companyId && row.State != CreationState.Refused && row.State != CreationState.Ended)
            .Where(row => row.ContentHash == contentHash
                || (number != null && row.CustomerNumber == number) || (identity != null && row.Identity == identity))
            .ToListAsync(cancellation);
        if (await CustomerLookup.FindAlikeAsync(db, companyId, wanted, cancellation) is [var standing, ..])
        {
            return (standing.State, others.Find(row => row.ContentHash == contentHash)) switch
            {
                (not CustomerState.Active, _) => new CreationTaken.Inactive(standing),
                (_, { IsSettled: false } same) => new CreationTaken.UnderWay(same.Id, IsSame: true, IsNew: false),
                (_, { } same) when same.CustomerId == standing.SpirisId => new CreationTaken.Repeated(standing),
                _ => new CreationTaken.Exists(standing),
            };
        }

        // Created by us, and no longer there, or another by now: no customer has the number any more.
        var now = clock.GetUtcNow();
        others.Where(row => row.State is CreationState.Created).ToList().ForEach(row => row.End(now));
        if (others.Find(row => !row.IsSettled) is { } underWay)
        {
            return new CreationTaken.UnderWay(underWay.Id, underWay.ContentHash == contentHash, IsNew: false);
        }

        // The numbers are free before anybody takes them. Whoever comes between takes them, and is met when we come again.
        await db.SaveChangesAsync(cancellation);
        var creation = new CustomerCreation(Guid.CreateVersion7(), companyId, wanted, contentHash, now);
        db.CustomerCreations.Add(creation);
        return new CreationTaken.UnderWay(creation.Id, IsSame: true, IsNew: true);
    }
}

/// <summary>What became of a customer that a till wants.</summary>
internal abstract record CreationTaken
{
    private CreationTaken()
    {
    }

    /// <summary>It stands in Spiris, and is not active there.</summary>
    public sealed record Inactive(Customer Customer) : CreationTaken;

    /// <summary>The same request has created it before.</summary>
    public sealed record Repeated(Customer Customer) : CreationTaken;

    /// <summary>It stands in Spiris.</summary>
    public sealed record Exists(Customer Customer) : CreationTaken;

    /// <summary>It is being created.</summary>
    /// <param name="CreationId">By this creation.</param>
    /// <param name="IsSame">Whether by this very request, or one that says the same.</param>
    /// <param name="IsNew">Whether by this very request.</param>
    public sealed record UnderWay(Guid CreationId, bool IsSame, bool IsNew) : CreationTaken;
}

using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Customers;

/// <summary>Takes one customer that a till has asked for into Spiris, once.</summary>
/// <remarks>In this order: the claim excludes others; a look at Spiris shows whether the customer stands there by now; the bytes are
/// committed before the socket is opened; the guard refuses to send when the claim could run out before the answer can be used; the
/// answer is committed; and after a lost answer Spiris is looked at until its own clock has passed the quarantine. What is written
/// is written under the revision that the claim has made, so one who has lost the claim writes nothing.</remarks>
internal sealed partial class CreationDelivery(
    IDbContextFactory<BackOfficeDb> databases,
    CustomerReading reading,
    CustomerTaking taking,
    ClienteleOf clientele,
    CreationClaims claims,
    CreationDesk desk,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<CreationDelivery> log)
{
    private readonly RetrySchedule _schedule = options.Value.Schedule;

    /// <summary>Takes it as far as it goes now.</summary>
    public async Task RunAsync(Guid creationId, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var claimedAt = clock.GetTimestamp();
        if (await claims.ClaimAsync(db, creationId, stopping) is not { } creation)
        {
            return;
        }

        try
        {
            while (!creation.IsSettled && creation.DueAt <= clock.GetUtcNow() && !stopping.IsCancellationRequested)
            {
                claimedAt = clock.GetTimestamp();
                await claims.RenewAsync(db, creation, stopping);
                await StepAsync(db, creation, claimedAt, stopping);
                desk.Tell(creationId);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            LogTakenOver(creationId);
            return;
        }

        await CreationClaims.ReleaseAsync(db, creation, CancellationToken.None);
        desk.Tell(creationId);
    }

    private async Task StepAsync(BackOfficeDb db, CustomerCreation creation, long claimedAt, CancellationToken stopping)
    {
        if (creation.State is CreationState.InFlight)
        {
            // We hold the claim, so whoever sent it no longer does: the answer will not be taken in any more.
            creation.Interrupt(clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            return;
        }

        switch (await LookAsync(creation, stopping))
        {
            case CustomerLook.Fresh(var asOf):
                await DecideAsync(db, creation, asOf, claimedAt, stopping);
                return;
            case CustomerLook.Failed(var problem, var retryAfter):
                creation.Postpone(Reason.Of(ReasonCodes.SpirisUnavailable, problem), retryAfter, _schedule, Chance(), clock.GetUtcNow());
                break;
            case CustomerLook.AccessLost(var problem):
                GiveUp(creation, Reason.Of(ReasonCodes.AuthorisationLost, problem));
                break;
            case CustomerLook.Refused(var problem):
                GiveUp(creation, Reason.Of(ReasonCodes.NoAccess, problem));
                break;
            default:
                throw new UnreachableException("The cases of CustomerLook are closed.");
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<CustomerLook> LookAsync(CustomerCreation creation, CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(options.Value.SendTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            return await reading.ReadAsync(creation.CompanyId, creation.LookedAt, QuotaUse.Search, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return new CustomerLook.Failed("The look took too long.", null);
        }
    }

    private async Task DecideAsync(
        BackOfficeDb db, CustomerCreation creation, DateTimeOffset asOf, long claimedAt, CancellationToken stopping)
    {
        var standing = await CustomerLookup.FindAlikeAsync(db, creation.CompanyId, creation.Customer, stopping);
        switch (creation.State, standing)
        {
            // Once it has been sent, one that stands there is the one, whoever created it: it is what the cashier wanted.
            case ( { }, [var found, ..]) when creation.Attempts > 0:
                creation.Find(found.ToSight(), clock.GetUtcNow());
                break;
            case (_, [var found, ..]):
                creation.Refuse(CustomerSentences.WhyNot(found), found.SpirisId, clock.GetUtcNow());
                break;
            case (CreationState.Uncertain, _):
                creation.NotFound(asOf, _schedule, clock.GetUtcNow());
                break;
            default:
                await SendAsync(db, creation, asOf, claimedAt, stopping);
                return;
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task SendAsync(
        BackOfficeDb db, CustomerCreation creation, DateTimeOffset lookedAt, long claimedAt, CancellationToken stopping)
    {
        var spiris = clientele(creation.CompanyId);
        if (await BodyAsync(spiris, creation, stopping) is not { } body)
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return;
        }

        using var turn = await spiris.TakeTurnAsync(stopping);
        creation.Begin(body, lookedAt, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);

        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, clock);
        var posting = await spiris.PostAsync(
            creation.Body!, () => options.Value.Lease - clock.GetElapsedTime(claimedAt) >= options.Value.SendTimeout, timeout.Token);
        if (posting is CustomerPosting.Created(var customer))
        {
            // Before the creation ends, so that whoever reads that it has finds the customer too.
            await taking.PutAsync(creation.CompanyId, customer, CancellationToken.None);
        }

        creation.Record(posting, _schedule, Chance(), clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <returns><see langword="null"/> when it cannot be composed; the creation then says why.</returns>
    private async Task<byte[]?> BodyAsync(SpirisClientele spiris, CustomerCreation creation, CancellationToken stopping)
    {
        if (creation.Body is { } frozen)
        {
            return frozen;
        }

        switch (await spiris.ReadTermsOfPaymentAsync(stopping))
        {
            case SpirisAnswer<ImmutableArray<Guid>>.Read([var terms, ..]):
                return SpirisClientele.Write(creation.Customer, terms);
            case SpirisAnswer<ImmutableArray<Guid>>.Read:
                creation.Refuse(Reason.Of(CustomerReasons.TermsOfPaymentMissing), null, clock.GetUtcNow());
                return null;
            case SpirisAnswer<ImmutableArray<Guid>>.AccessLost(var problem):
                GiveUp(creation, Reason.Of(ReasonCodes.AuthorisationLost, problem));
                return null;
            case SpirisAnswer<ImmutableArray<Guid>>.Refused(_, var problem):
                GiveUp(creation, Reason.Of(ReasonCodes.NoAccess, problem));
                return null;
            case SpirisAnswer<ImmutableArray<Guid>>.Unavailable(var problem, var retryAfter):
                creation.Postpone(Reason.Of(ReasonCodes.SpirisUnavailable, problem), retryAfter, _schedule, Chance(), clock.GetUtcNow());
                return null;
            default:
                throw new UnreachableException("The cases of SpirisAnswer are closed.");
        }
    }

    /// <summary>What was never sent ends here, so that the cashier is told at once; what may have arrived waits to be looked for.</summary>
    private void GiveUp(CustomerCreation creation, Reason reason)
    {
        if (creation.State is CreationState.Waiting && creation.Attempts == 0)
        {
            creation.Refuse(reason, null, clock.GetUtcNow());
        }
        else
        {
            creation.Postpone(reason, null, _schedule, Chance(), clock.GetUtcNow());
        }
    }

    private static decimal Chance() => Random.Shared.Next(0, 1001) / 1000m;

    [LoggerMessage(LogLevel.Warning, "Creation {CreationId} was taken over by somebody else, who looks what has become of it.")]
    private partial void LogTakenOver(Guid creationId);
}

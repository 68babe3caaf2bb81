using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Spiris;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Running;

/// <summary>The bookkeeper: looks now and then, and decides what only a person can.</summary>
internal sealed class SimPerson(
    SimWorld world, SimDatabase database, SimServer server, SimCorrections corrections, SimRandom random, Scenario scenario)
{
    /// <summary>Looks from now on.</summary>
    public void LookEvery(TimeSpan pause) => world.After(pause, () =>
    {
        Look();
        LookEvery(pause);
    });

    /// <summary>Lets us in everywhere again.</summary>
    public void AuthoriseAll(SimAccess access)
    {
        foreach (var company in database.Companies)
        {
            access.Authorise(SimCompanies.NumberOf(company.Company));
            company.Access = BackOffice.Delivery.LaneAccess.Authorised;
            company.Reconsider(database.Now);
            foreach (var uncertain in company.Deliveries.Values.Where(delivery => delivery.State is DeliveryState.Uncertain).ToList())
            {
                LetSearch(company, uncertain);
            }
        }
    }

    private void Look()
    {
        corrections.Look(mayWant: world.Now < scenario.Troubled.Ticks);
        foreach (var company in database.Companies)
        {
            foreach (var delivery in company.Deliveries.Values
                .Where(delivery => delivery.State is DeliveryState.NeedsAttention or DeliveryState.Rejected).ToList())
            {
                var decided = SimDatabase.CopyOf(delivery);
                Decide(company, decided);
                company.Put(decided);
            }

            foreach (var waiting in company.Deliveries.Values
                .Where(delivery => delivery is { State: DeliveryState.Composed, DueAt: null }).ToList())
            {
                var approved = SimDatabase.CopyOf(waiting);
                approved.Approve(approved.ToApprove!.Value, database.Now);
                company.Put(approved);
            }

            if (random.Happens(scenario.Edits))
            {
                server.EditOne(SimCompanies.NumberOf(company.Company), random);
            }
        }
    }

    /// <summary>Takes the voucher that looks like the closing's, if there is one; else has it tried again.</summary>
    private void Decide(SimCompany company, VoucherDelivery delivery)
    {
        // A day that looks exactly like this one may be another closing's. The text, though without a key, says whose it is.
        var ours = delivery.Ordinal == 0
            ? $"Dagskassa {SimCompanies.Text(delivery.BusinessDate)} Z {delivery.ZNumber} {delivery.Register}"
            : company.Correcting[(delivery.ClosingId, delivery.Ordinal)].Text.Split(" [k:")[0];
        var number = SimCompanies.NumberOf(company.Company);
        foreach (var candidate in delivery.Candidates.Where(voucher => server.TextOf(number, voucher.Id) == ours))
        {
            delivery.Decide(candidate, database.Now);
            return;
        }

        if (delivery.MayBeTriedAgain)
        {
            delivery.Reconsider(database.Now);
        }
    }

    private void LetSearch(SimCompany company, VoucherDelivery uncertain)
    {
        // What settings and access do in the product: the delivery becomes due, and counts one change.
        var anew = SimDatabase.CopyOf(uncertain);
        anew.RecordSearch(
            new Search.Failed("authorised again", TimeSpan.Zero),
            new RetrySchedule(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 1, TimeSpan.FromSeconds(1)),
            0, database.Now);
        company.Put(anew);
    }
}

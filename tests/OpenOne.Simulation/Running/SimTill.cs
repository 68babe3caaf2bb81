using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Running;

/// <summary>The registers: they hand over each closing again and again until it is acknowledged.</summary>
internal sealed class SimTill(SimWorld world, SimDatabase database, SimRandom random, Func<SimStoreFaults> faults, Mutation mutation)
{
    /// <summary>Hands a closing over after a while.</summary>
    public void SubmitAfter(TimeSpan delay, RawClosing raw) => world.After(delay, () => Submit(raw));

    private void Submit(RawClosing raw)
    {
        var acknowledged = Store(raw);
        if (!acknowledged)
        {
            SubmitAfter(random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)), raw);
        }
    }

    /// <summary>One transaction, with the answer to it.</summary>
    private bool Store(RawClosing raw)
    {
        if (random.Happens(faults().NotCommitted))
        {
            return mutation.AcknowledgesBeforeTheCommit;
        }

        var company = database[SimCompanies.Id(raw.Company)];
        var closing = SimCompanies.Read(raw);
        if (company.Deliveries.Values.All(delivery => (delivery.Register, delivery.ZNumber) != (raw.Register, raw.ZNumber)))
        {
            var id = random.Id();
            company.Closings[id] = closing;
            company.Put(new VoucherDelivery(id, company.Company.Id, closing.Key, closing.BusinessDate, database.Now));
        }

        return !random.Happens(faults().AnswerLost);
    }
}

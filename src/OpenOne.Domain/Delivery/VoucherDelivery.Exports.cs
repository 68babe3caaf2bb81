using System.Globalization;

namespace OpenOne.Domain.Delivery;

/// <content>The other way into the books: a file that a person imports.</content>
public sealed partial class VoucherDelivery
{
    /// <summary>Whether a SIE export may take it: it is known not to be in the books and not on its way there, and no other export
    /// holds it. What waits to be sent again is on its way, as long as the integration means to send it.</summary>
    public bool MayBeExported => ExportedIn is null && State
        is DeliveryState.Received or DeliveryState.Held or DeliveryState.Skipped or DeliveryState.Composed or DeliveryState.Rejected;

    /// <summary>A SIE export takes it. From now on no lane sends it.</summary>
    /// <param name="export">The number of the export.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Export(int export, DateTimeOffset now)
    {
        Require(MayBeExported);
        ExportedIn = export;
        StayExported(now);
    }

    /// <summary>A lane has looked at it all the same: it stays left out, and says why.</summary>
    public void StayExported(DateTimeOffset now)
    {
        Require(ExportedIn is not null && State is not DeliveryState.NeedsAttention);
        Move(DeliveryState.Skipped, [Reason.Of(ReasonCodes.Exported, Printed(ExportedIn!.Value))], null, now);
    }

    /// <summary>A person has confirmed that the file was not imported: the closing is decided about anew. One of which a voucher of
    /// ours was seen in the books is booked by that one; one that stands there twice still waits for a person.</summary>
    public void Release(DateTimeOffset now)
    {
        Require(ExportedIn is not null);
        if (Reasons is [{ Code: ReasonCodes.ExportedYetBooked }] && Candidates is [var seen])
        {
            Book(seen, now);
            return;
        }

        ExportedIn = null;
        if (State is DeliveryState.Skipped)
        {
            Move(DeliveryState.Received, [], AtOnce, now);
        }
        else
        {
            Move(State, Reasons, null, now);
        }
    }

    private static string Printed(int export) => export.ToString(CultureInfo.InvariantCulture);
}

using System.Diagnostics;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Parts;

/// <summary>What becomes of closings, in the few groups that matter to whoever looks for what to do.</summary>
public enum ClosingGroup
{
    /// <summary>Nothing moves until a person has acted.</summary>
    NeedsYou = 1,

    /// <summary>Moves by itself.</summary>
    OnItsWay = 2,

    /// <summary>Stands in the books.</summary>
    Booked = 3,

    /// <summary>Is not to be booked through the integration.</summary>
    LeftOut = 4,
}

/// <summary>How each state of a delivery looks: its colour, its icon and its group. Its word is a text.</summary>
public static class DeliveryStates
{
    /// <summary>The tone of status.css: green booked, blue on its way, amber needs you, red stopped, grey left
    /// out.</summary>
    public static string Tone(DeliveryState state) => state switch
    {
        DeliveryState.Booked => "booked",
        DeliveryState.Received or DeliveryState.Intent or DeliveryState.InFlight or DeliveryState.Uncertain =>
            "on-its-way",
        DeliveryState.Held or DeliveryState.Composed => "needs-you",
        DeliveryState.Rejected or DeliveryState.NeedsAttention => "stopped",
        DeliveryState.Skipped or DeliveryState.Corrected => "left-out",
        _ => throw new UnreachableException($"No tone for {state}."),
    };

    /// <summary>The symbol of icons.svg.</summary>
    public static string Icon(DeliveryState state) => state switch
    {
        DeliveryState.Received => "received",
        DeliveryState.Uncertain => "searching",
        DeliveryState.Corrected => "corrected",
        _ => Tone(state),
    };

    /// <summary>The group a state belongs to.</summary>
    public static ClosingGroup Group(DeliveryState state) => state switch
    {
        DeliveryState.Booked or DeliveryState.Corrected => ClosingGroup.Booked,
        DeliveryState.Skipped => ClosingGroup.LeftOut,
        _ => Tone(state) is "on-its-way" ? ClosingGroup.OnItsWay : ClosingGroup.NeedsYou,
    };
}

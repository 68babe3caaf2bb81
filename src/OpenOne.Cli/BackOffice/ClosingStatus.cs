using System.Text.Json;

namespace OpenOne.Cli.BackOffice;

/// <summary>What BackOffice says of a closing it has taken in: the body of 202, 200 and the status request.</summary>
/// <param name="State">received, held, waiting, sending, uncertain, booked, rejected, skipped or corrected.</param>
/// <param name="Reasons">Why it is where it is, when a person must act.</param>
/// <param name="Voucher">The voucher, once there is one.</param>
internal sealed record ClosingStatus(string State, IReadOnlyList<HoldReason> Reasons, BookedVoucher? Voucher)
{
    /// <summary>Nothing more happens by itself.</summary>
    public bool IsSettled => IsBooked || State is "rejected" or "skipped" || (State is "held" && !IsBeingChecked);

    /// <summary>It is held for a moment only: BackOffice asks the accounting system whether everything is in place.</summary>
    private bool IsBeingChecked => Reasons.Count > 0 && Reasons.All(reason => reason.Code is "being-checked");

    /// <summary>It is in the books; <c>corrected</c> too, since a correction is made of a booked voucher.</summary>
    public bool IsBooked => State is "booked" or "corrected";

    /// <summary>Reads a status; <c>null</c> for a body that has no state, and so is not BackOffice's.</summary>
    public static ClosingStatus? Read(JsonElement body) => body.Text("state") is { } state
        ? new ClosingStatus(state, [.. body.Items("reasons").Select(HoldReason.Read)], BookedVoucher.Read(body))
        : null;
}

/// <summary>One reason why a closing waits for a person, and what that person can do.</summary>
internal sealed record HoldReason(string? Code, string? Message, string? Remedy)
{
    public static HoldReason Read(JsonElement reason) =>
        new(reason.Text("code"), reason.Text("message"), reason.Text("remedy"));
}

/// <summary>The voucher that a closing became.</summary>
/// <param name="Number">Series and number as the accounting system tells them, for example <c>A17</c>.</param>
internal sealed record BookedVoucher(string? Id, string? Number)
{
    public static BookedVoucher? Read(JsonElement status) =>
        status.Member("voucher") is { ValueKind: JsonValueKind.Object } voucher
            ? new BookedVoucher(voucher.Text("id"), voucher.Text("number"))
            : null;
}

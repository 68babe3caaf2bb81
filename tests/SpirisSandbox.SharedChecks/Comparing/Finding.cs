namespace SpirisSandbox.SharedChecks.Comparing;

/// <summary>How the sandbox differs from the published documents.</summary>
public enum Difference
{
    /// <summary>A documented property is not in the answer.</summary>
    Missing,

    /// <summary>A property of the answer is in no document.</summary>
    Undocumented,

    /// <summary>Null where the document does not allow it.</summary>
    Null,

    /// <summary>Another JSON type than documented.</summary>
    Type,

    /// <summary>A calendar date, <c>2026-11-20</c>, where the document says date-time.</summary>
    CalendarDate,

    /// <summary>A text that is not in the documented format.</summary>
    Format,

    /// <summary>Longer, larger or smaller than allowed, or a code that is not listed.</summary>
    Range,

    /// <summary>Another status or content type than documented.</summary>
    Answer,

    /// <summary>A body the document allows was refused.</summary>
    BodyRefused,

    /// <summary>A value of the body was accepted, and the answer does not have it.</summary>
    NotKept,

    /// <summary>A body without a required property was accepted, or its refusal does not name the property.</summary>
    RequiredNotAskedFor,

    /// <summary>A text longer than the document allows was accepted.</summary>
    LengthNotChecked,

    /// <summary>An operation that no document has.</summary>
    NewOperation,

    /// <summary>Other scopes than documented open the operation.</summary>
    Scopes,

    /// <summary>A documented query parameter that the sandbox does not know.</summary>
    Query,

    /// <summary>Other product variants than documented have the operation.</summary>
    Variants,
}

/// <summary>One difference, at a model's property (<c>VoucherApi.Attachments</c>) or an operation.</summary>
public sealed record Finding(string Where, Difference Difference, string Seen)
{
    public override string ToString() => $"{Where}: {Difference} ({Seen})";
}

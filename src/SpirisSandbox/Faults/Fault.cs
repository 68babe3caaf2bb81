using System.Text.Json.Serialization;

namespace SpirisSandbox.Faults;

/// <summary>Something that goes wrong with a request. Kinds that are alike share a file.</summary>
/// <remarks>
/// The word in the attribute is the <c>kind</c> of <c>POST /__sandbox/faults</c>. A fault that does not call
/// <see cref="FaultedRequest.WorkAsync"/> keeps the work from being done.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LoseRequest), "loseRequest")]
[JsonDerivedType(typeof(LoseAnswer), "loseAnswer")]
[JsonDerivedType(typeof(AnswerBefore), "answerBefore")]
[JsonDerivedType(typeof(AnswerAfter), "answerAfter")]
[JsonDerivedType(typeof(Delay), "delay")]
[JsonDerivedType(typeof(CommitLate), "commitLate")]
[JsonDerivedType(typeof(TruncateBody), "truncateBody")]
[JsonDerivedType(typeof(GarbleBody), "garbleBody")]
[JsonDerivedType(typeof(SlowDrip), "slowDrip")]
[JsonDerivedType(typeof(DuplicateWork), "duplicateWork")]
[JsonDerivedType(typeof(HideRecent), "hideRecent")]
[JsonDerivedType(typeof(TooManyRequests), "tooManyRequests")]
[JsonDerivedType(typeof(Unauthorised), "unauthorised")]
[JsonDerivedType(typeof(InvalidGrant), "invalidGrant")]
[JsonDerivedType(typeof(RevokeConsent), "revokeConsent")]
[JsonDerivedType(typeof(ClockSkew), "clockSkew")]
public abstract record Fault
{
    /// <summary>The longest time a fault may last or shift: a year.</summary>
    internal const double MostSeconds = 366 * 24 * 60 * 60;

    /// <summary>Strikes a request.</summary>
    public abstract Task StrikeAsync(FaultedRequest request);
}

namespace OpenOne.Cli.CloseDay;

/// <summary>Which closing is wanted. Two equal orders give the same document, byte for byte.</summary>
/// <param name="Register">Kassabeteckning.</param>
/// <param name="ZNumber">From 1 to 999 999 999.</param>
internal sealed record ClosingOrder(
    Profile Profile, ulong Seed, string OrganisationNumber, string Register, int ZNumber, DateOnly BusinessDate)
{
    // The demo's EXEMPEL1 made Z 1284 on 2026-11-20: counted so, its series goes on without a gap.
    private static readonly DateOnly DayBeforeFirst = new(2023, 5, 16);

    /// <summary>The Z number of a date, of a register that closes once a day; not positive before the first.</summary>
    public static int NumberOf(DateOnly date) => date.DayNumber - DayBeforeFirst.DayNumber;
}

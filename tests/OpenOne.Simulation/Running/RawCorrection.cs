namespace OpenOne.Simulation.Running;

/// <summary>A correcting voucher that the bookkeeper wants, in plain numbers that owe nothing to the product's types.</summary>
/// <param name="Closing">The day it corrects.</param>
/// <param name="Ordinal">1 for the day's first.</param>
/// <param name="Date">The date it is to be booked on.</param>
/// <param name="Ore">What is moved from account 3002 to 3003, öre.</param>
public sealed record RawCorrection(RawClosing Closing, int Ordinal, DateOnly Date, long Ore);

namespace SpirisSandbox.Vouchers;

/// <summary>
/// A verification series (verifikationsserie): a letter that has numbers of its own in each fiscal year.
/// </summary>
/// <param name="Letter">What stands before the number: <c>A</c> in <c>A12</c>.</param>
/// <param name="IsDefault">True for the one that manual vouchers get when none is asked for.</param>
/// <remarks>No operation of the API lists the series, in any version; only the pages show them.</remarks>
public sealed record VoucherSeries(string Letter, string Name, bool IsDefault);

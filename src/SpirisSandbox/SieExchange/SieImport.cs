using System.Diagnostics;
using SpirisSandbox.Api;
using SpirisSandbox.Sie;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.SieExchange;

/// <summary>How a file is to be taken in.</summary>
/// <param name="MapLedgerAccounts">Puts rows on receivables, payables and cash on accounts without a ledger of their own.</param>
/// <param name="OpeningBalances">Takes <c>#IB</c> as the opening balances of the first fiscal year.</param>
/// <param name="AccountNames">Gives accounts the file's names.</param>
/// <param name="Series">The company's series for the file's, by the file's letter.</param>
internal sealed record SieImportOrder(
    bool MapLedgerAccounts, bool OpeningBalances, bool AccountNames, IReadOnlyDictionary<string, string> Series);

/// <summary>What became of a file.</summary>
internal abstract record SieImport
{
    private SieImport()
    {
    }

    /// <summary>Nothing of the file was imported.</summary>
    public sealed record Refused(ApiAnswer.Refused Refusal) : SieImport;

    /// <summary>All of the file was imported.</summary>
    public sealed record Imported(IReadOnlyList<VoucherApi> Vouchers) : SieImport;

    /// <summary>Imports a file whole or not at all. Called under the company's lock.</summary>
    public static SieImport Run(
        Company company, SandboxAssumptions assumptions, string text, SieImportOrder order, DateTimeOffset now) =>
        SieReader.Read(text) switch
        {
            SieReading.Unreadable(var reason) => Refuse(reason),
            SieReading.Read(var file) => Run(company, new SieJudgement(company, assumptions, file, order), now),
            _ => throw new UnreachableException("The readings are closed."),
        };

    /// <summary>The refusal of a file that cannot be read.</summary>
    public static Refused Refuse(string text)
    {
        var errors = new FieldErrors();
        errors.Add("SieData", $"The SIE file could not be imported: {text}");
        return new Refused(errors.Refusal());
    }

    private static SieImport Run(Company company, SieJudgement judged, DateTimeOffset now) =>
        judged.WhyNot() is { } refusal
            ? new Refused(refusal)
            : new Imported(new SieBooking(company, judged, now).Book());
}

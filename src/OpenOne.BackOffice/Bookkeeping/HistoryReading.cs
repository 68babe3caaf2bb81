using OpenOne.Sie;

namespace OpenOne.BackOffice.Bookkeeping;

/// <summary>What came of reading a company's SIE file. Whatever is not read whole is not read at all.</summary>
public abstract record HistoryReading
{
    private HistoryReading()
    {
    }

    /// <summary>The file is not SIE, is damaged, or holds vouchers that do not balance: it is not to be relied on.</summary>
    public sealed record Unreliable(SieFindings Findings) : HistoryReading;

    /// <summary>There is more in it than is taken in.</summary>
    public sealed record TooLarge : HistoryReading;

    /// <summary>It is the file of another company.</summary>
    public sealed record AnotherCompany(string OrganisationNumber, string Name) : HistoryReading;

    /// <summary>It was read.</summary>
    public sealed record Read(BookkeptHistory History) : HistoryReading;
}

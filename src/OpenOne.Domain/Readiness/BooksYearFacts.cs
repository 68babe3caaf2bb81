using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Readiness;

/// <summary>A fiscal year (räkenskapsår) as it stands in the books.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="IsLocked">Whether nothing can be booked in it any more.</param>
/// <param name="Chart">Its accounts by number; <see langword="null"/> when they were not read.</param>
public sealed record BooksYearFacts(
    Guid Id, DateOnly First, DateOnly Last, bool IsLocked, ImmutableDictionary<AccountNumber, AccountFacts>? Chart)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(DateOnly day) => First <= day && day <= Last;
}

/// <summary>An account as it stands in the chart of one fiscal year.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsActive">Whether it is in use.</param>
public sealed record AccountFacts(AccountNumber Number, string Name, bool IsActive)
{
    /// <summary>Whether it is blocked for manual booking.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Its VAT code, if it has one.</summary>
    public VatCodeFacts? VatCode { get; init; }

    /// <summary>Whether its rows can carry cost centres.</summary>
    public bool AllowsCostCentres { get; init; }

    /// <summary>Whether its rows must carry one of the first group.</summary>
    public bool RequiresCostCentre { get; init; }
}

/// <summary>A VAT code (momskod): where an account's rows go in the VAT return, and at which rate.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="Code">The code.</param>
/// <param name="Description">What it is, in the accounting system's words.</param>
/// <param name="Percent">Its rate; <see langword="null"/> when it has none that is whole.</param>
public sealed record VatCodeFacts(Guid Id, string Code, string Description, int? Percent)
{
    /// <summary>What is booked under the code, when it is a box of the Swedish VAT return; which codes a company has is
    /// documented nowhere, so any other code says nothing.</summary>
    /// <remarks>Source: Skatteverket, momsdeklarationen (SKV 4700), boxes 05 to 08 and 35 to 42 for sales, 10 to 12, 30 to 32 and
    /// 60 to 62 for output VAT, 48 for input VAT.</remarks>
    public AccountUse? Box => Code switch
    {
        "05" or "06" or "07" or "08" or "35" or "36" or "37" or "38" or "39" or "40" or "41" or "42" => AccountUse.Sales,
        "10" or "11" or "12" or "30" or "31" or "32" or "60" or "61" or "62" => AccountUse.OutputVat,
        "48" => AccountUse.Other,
        _ => null,
    };
}

/// <summary>A cost centre as it stands in the books.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="Group">Its group, 1 to 3.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsActive">Whether rows can still be put on it, and its group is in use.</param>
public sealed record CostCentreFacts(Guid Id, int Group, string Name, bool IsActive);

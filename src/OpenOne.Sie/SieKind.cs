namespace OpenOne.Sie;

/// <summary>What a SIE file holds. On the wire both kinds of type 4 are a 4.</summary>
/// <remarks>Source: SIE filformat 4B § 3 and 11, <c>#SIETYP</c>.</remarks>
public enum SieKind
{
    /// <summary>Balances of a year (bokslutssaldon).</summary>
    YearBalances = 1,

    /// <summary>Balances of each period (periodsaldon).</summary>
    PeriodBalances = 2,

    /// <summary>Balances of each object, that is profit unit, project and the like (objektsaldon).</summary>
    ObjectBalances = 3,

    /// <summary>4E: a whole ledger with chart, balances and vouchers.</summary>
    Ledger = 4,

    /// <summary>4I: vouchers from a system beside the ledger, to be read into it.</summary>
    Import = 5,
}

using System.Collections.Immutable;

namespace OpenOne.Domain.Settling;

/// <summary>A customer invoice as it stands in the accounting system, as far as its settling goes.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its date.</param>
/// <param name="DueDate">When it is to be paid.</param>
/// <param name="IsCredit">Whether it is a credit invoice.</param>
/// <param name="Total">What it asks for; negative of a credit invoice.</param>
/// <param name="Remaining">What remains of that.</param>
/// <param name="PaidOn">When it was last paid, in whole or in part.</param>
/// <param name="CreditedBy">The ids of credit invoices that take it back.</param>
/// <param name="Credits">The id of the invoice that it takes back, of a credit invoice.</param>
/// <param name="Orders">The ids of the orders that it invoices.</param>
public sealed record InvoiceSight(
    string Id,
    string Number,
    DateOnly Date,
    DateOnly? DueDate,
    bool IsCredit,
    Money Total,
    Money Remaining,
    DateOnly? PaidOn,
    ImmutableArray<string> CreditedBy,
    string? Credits,
    ImmutableArray<string> Orders)
{
    /// <summary>How it is settled as of a day.</summary>
    /// <param name="today">What day it is where the restaurant is: what is due today is not overdue.</param>
    /// <param name="isCredited">Whether another invoice that was seen takes it back.</param>
    public SettledState StateOn(DateOnly today, bool isCredited) => 0 switch
    {
        _ when Remaining == Money.Zero && (isCredited || !CreditedBy.IsEmpty) => SettledState.Credited,
        _ when Remaining == Money.Zero => SettledState.Paid,
        _ when DueDate < today && !IsCredit => SettledState.Overdue,
        _ when Remaining != Total => SettledState.PartlyPaid,
        _ => SettledState.Unpaid,
    };
}

/// <summary>An order as it stands in the accounting system.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="IsInvoiced">Whether it has been invoiced.</param>
public sealed record OrderSight(string Id, bool IsInvoiced);

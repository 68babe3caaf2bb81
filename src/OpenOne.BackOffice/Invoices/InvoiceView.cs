using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Settling;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>A receipt as it stands on its way to being an invoice or an order.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Key">Register and receipt number.</param>
/// <param name="Date">The day of sale.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Kind">What is made of it, once that is decided.</param>
/// <param name="Made">The invoice or order in Spiris.</param>
/// <param name="Candidates">While a person must decide: what may be it.</param>
/// <param name="Reasons">Why it is none.</param>
/// <param name="Customer">Whom it is for, by the number, organisation number or name that the receipt states.</param>
/// <param name="CustomerName">What the customer is called in Spiris, or else on the receipt, where that is known.</param>
/// <param name="Total">Sum of the lines.</param>
/// <param name="Tip">The tip on it.</param>
public sealed record InvoiceView(
    Guid Id, ReceiptKey Key, DateOnly Date, InvoiceState State, InvoiceKind? Kind, PostedVoucher? Made,
    ImmutableArray<PostedVoucher> Candidates, ImmutableArray<Reason> Reasons, string Customer, string? CustomerName, Money Total,
    Money Tip)
{
    /// <summary>Whether a closing is held because this was invoiced otherwise than it says.</summary>
    public bool IsAgainstItsClosing { get; init; }

    /// <summary>Whom it is for, as people read it: by name, and by what tells two of one name apart.</summary>
    public string CustomerLabel => CustomerName is null || CustomerName == Customer ? Customer : $"{CustomerName} ({Customer})";

    /// <summary>Whether nothing more will happen to it soon.</summary>
    public bool IsSettled => State is InvoiceState.Made or InvoiceState.Refused or InvoiceState.WithTheDay
        or InvoiceState.NeedsAttention or InvoiceState.Held;

    /// <summary>The receipts that a query picks.</summary>
    public static IQueryable<InvoiceView> Of(BackOfficeDb db, IQueryable<ReceivedReceipt> receipts) => receipts.AsNoTracking()
        .Join(
            db.InvoiceDeliveries.AsNoTracking(), receipt => receipt.Id, delivery => delivery.Id,
            (receipt, delivery) => new InvoiceView(
                receipt.Id, new ReceiptKey(receipt.Register, receipt.ReceiptNumber), delivery.Date, delivery.State, delivery.Kind,
                delivery.Made, delivery.Candidates, delivery.Reasons,
                receipt.Customer,
                db.Customers.Where(customer => customer.CompanyId == receipt.CompanyId && customer.CustomerNumber == receipt.Customer)
                    .Select(customer => customer.Name).FirstOrDefault() ?? receipt.CustomerName,
                receipt.Total, receipt.Tip));

    /// <summary>One receipt of a company.</summary>
    public static async Task<InvoiceView?> FindAsync(BackOfficeDb db, Guid companyId, ReceiptKey key, CancellationToken cancellation) =>
        await Of(db, db.Receipts.Where(receipt =>
                receipt.CompanyId == companyId && receipt.Register == key.Register && receipt.ReceiptNumber == key.ReceiptNumber))
            .SingleOrDefaultAsync(cancellation);

    /// <summary>The word for a state, in the API's answers.</summary>
    public string Word => (State, Kind) switch
    {
        (InvoiceState.Received, _) => "received",
        (InvoiceState.Held, _) => "held",
        (InvoiceState.Refused, _) => "refused",
        (InvoiceState.WithTheDay, _) => "with-the-day",
        (InvoiceState.Drafting or InvoiceState.Drafted or InvoiceState.Converting, _) => "sending",
        (InvoiceState.Uncertain, _) => "uncertain",
        (InvoiceState.Made, InvoiceKind.Order) => "ordered",
        (InvoiceState.Made, InvoiceKind.CreditInvoice) => "credited",
        (InvoiceState.Made, _) => "invoiced",
        (InvoiceState.NeedsAttention, _) => "needs-attention",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {State}."),
    };

    /// <summary>What the API says of it, in the language of the request.</summary>
    public InvoiceAnswer ToAnswer() => new(
        Key.Register, Key.ReceiptNumber, Date, Word, Made?.Number, Made?.Id, Total.ToKronor(), Tip.ToKronor(),
        [.. Reasons.Select(reason =>
        {
            var said = ReasonSentences.Of(reason, CultureInfo.CurrentUICulture);
            return new ClosingAnswer.ReasonAnswer(reason.Code, said.Message, said.Remedy);
        })]);
}

/// <summary>A receipt's state as the API tells it; more members may follow.</summary>
/// <param name="Register">The register.</param>
/// <param name="ReceiptNumber">The receipt.</param>
/// <param name="Date">The date of the invoice or order.</param>
/// <param name="State"><c>received</c>, <c>sending</c>, <c>uncertain</c>, <c>held</c>, <c>invoiced</c>, <c>credited</c>,
/// <c>ordered</c>, <c>refused</c>, <c>with-the-day</c> or <c>needs-attention</c>.</param>
/// <param name="Number">The number in Spiris.</param>
/// <param name="Id">Spiris' id.</param>
/// <param name="Total">Kronor, tip not included.</param>
/// <param name="Tip">Kronor.</param>
/// <param name="Reasons">Why it is neither an invoice nor an order.</param>
public sealed record InvoiceAnswer(
    string Register, string ReceiptNumber, DateOnly Date, string State, string? Number, string? Id, decimal Total, decimal Tip,
    IReadOnlyList<ClosingAnswer.ReasonAnswer> Reasons)
{
    /// <summary>What has become of the invoice or order, once Spiris has been asked.</summary>
    public SettlementAnswer? Settlement { get; init; }
}

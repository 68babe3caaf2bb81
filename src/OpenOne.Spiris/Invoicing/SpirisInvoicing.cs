using System.Net;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Invoicing;

/// <summary>Makes invoices, credit invoices and orders of one company in Spiris: first a draft, then what it is to be.</summary>
/// <remarks>
/// Spiris takes no idempotency key, and an invoice can be neither changed nor deleted. A draft can, and books nothing; and the
/// step from it names it. Nothing is repeated in here: whatever leaves a doubt is <c>Uncertain</c>.
/// Source: OpenAPI 2026-09, <c>/v2/customerinvoicedrafts</c>, <c>/v2/customerinvoices</c>, <c>/v2/orders</c>.
/// </remarks>
public sealed class SpirisInvoicing(SpirisConnection connection, SpirisAccessSource access)
{
    private const int Ongoing = 2;
    private const int Shipped = 3;

    private readonly AuthorisedCalls _calls = new(connection, access);
    private readonly InvoiceSearch _search = new(new(new(connection, access)));

    /// <summary>The quota of the endpoint that drafts are made at. A draft is posted with a permit of it.</summary>
    public Quota QuotaOf(InvoiceKind kind) => connection.QuotaOf(DraftsOf(kind));

    /// <summary>Asks for a draft.</summary>
    /// <param name="kind">What it is to become.</param>
    /// <param name="body">What <see cref="SalesDraft.Write"/> made.</param>
    /// <param name="mayLeave">The guard, asked immediately before the bytes leave.</param>
    /// <param name="cancellation">A cancelled request is <see cref="Drafting.Uncertain"/>, not an exception.</param>
    public async Task<Drafting> DraftAsync(
        InvoiceKind kind, ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation)
    {
        try
        {
            var exchange = await _calls.PostAsync(DraftsOf(kind), body, mayLeave, cancellation);
            return exchange is Exchange.Answered { Status: HttpStatusCode.Created } answer
                ? ReadDraft(kind, answer)
                : PostingJudge.Judge(exchange, HttpStatusCode.Created, _ => new Posting.Uncertain("")) switch
                {
                    Posting.Refused(var reason, _) => new Drafting.Refused(reason),
                    Posting.Unavailable(var problem, var retryAfter) => new Drafting.Unavailable(problem, retryAfter),
                    Posting.AccessLost(var problem) => new Drafting.AccessLost(problem),
                    Posting.Uncertain(var problem) => new Drafting.Uncertain(problem),
                    _ => new Drafting.Uncertain("Spiris has made a draft, but its answer cannot be read."),
                };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new Drafting.Uncertain("Time was up before Spiris had answered.");
        }
    }

    /// <summary>Makes a draft into what it is to be. Of one draft Spiris makes one, whoever asks how often.</summary>
    /// <param name="kind">What it is to become.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="body">What <see cref="SalesDraft.WriteExpectation"/> made.</param>
    /// <param name="mayLeave">The guard, asked immediately before the bytes leave.</param>
    /// <param name="cancellation">A cancelled request is <see cref="Posting.Uncertain"/>, not an exception.</param>
    public async Task<Posting> ConvertAsync(
        InvoiceKind kind, string draftId, ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation)
    {
        try
        {
            return kind is InvoiceKind.Order
                ? await ShipAsync(draftId, body, mayLeave, cancellation)
                : await InvoiceAsync(draftId, body, mayLeave, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new Posting.Uncertain("Time was up before Spiris had answered.");
        }
    }

    /// <summary>Looks for everything that carries a receipt's key.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; nothing is known.</exception>
    public Task<InvoiceLook> LookAsync(
        InvoiceKind kind, Domain.Accounting.VoucherKey key, DateOnly date, CancellationToken cancellation) => kind is InvoiceKind.Order
            ? _search.OrdersAsync(key, date, cancellation)
            : _search.InvoicesAsync(key, cancellation);

    /// <summary>Takes a draft away. One that is gone already is as good.</summary>
    /// <returns><see langword="null"/> when it is gone; otherwise why not.</returns>
    public async Task<string?> RemoveDraftAsync(InvoiceKind kind, string draftId, CancellationToken cancellation) =>
        await _calls.DeleteAsync($"{DraftsOf(kind)}/{draftId}", cancellation) switch
        {
            Exchange.Answered { Status: HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.NotFound } => null,
            Exchange.Answered answer => answer.Described,
            Exchange.NotSent(var problem, _) => problem,
            Exchange.Lost(var problem) => problem,
            Exchange.NoAccess(var problem) => problem,
            var other => other.ToString(),
        };

    /// <summary>Books the draft on its own date, whatever the company has chosen for drafts that people make.</summary>
    private async Task<Posting> InvoiceAsync(
        string draftId, ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation)
    {
        using var permit = await connection.QuotaOf(DraftsOf(InvoiceKind.Invoice)).TakeAsync(QuotaUse.Work, cancellation);
        var exchange = await _calls.PostAsync(
            $"customerinvoicedrafts/{draftId}/convert?keepOriginalDraftDate=true&overrideCompanyKeepOriginalDraftDate=true",
            body, mayLeave, cancellation);
        return exchange is Exchange.Answered { Status: HttpStatusCode.NotFound } or Exchange.Answered { Error.Code: ErrorTable.NotFound }
            ? new Posting.Uncertain("The draft is not there any more.")
            : PostingJudge.Judge(exchange, HttpStatusCode.Created, ReadInvoice);
    }

    /// <summary>Makes the draft an order and says that it is delivered, as a meal is: then it waits for its invoice. Each step is
    /// of this one order, so it can be asked for again.</summary>
    private async Task<Posting> ShipAsync(
        string orderId, ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation)
    {
        var exchange = await _calls.GetAsync($"orders/{orderId}", QuotaUse.Work, cancellation);
        var order = StatusOf(exchange);
        foreach (var step in order switch
        {
            null or >= Shipped => (string[])[],
            Ongoing => ["completed"],
            _ => ["converteddrafttoorder", "completed"],
        })
        {
            using var permit = await connection.QuotaOf("orders").TakeAsync(QuotaUse.Work, cancellation);
            exchange = await _calls.PostAsync($"orders/{orderId}/{step}", body, mayLeave, cancellation);
            if (exchange is not Exchange.Answered { Status: HttpStatusCode.OK })
            {
                break;
            }
        }

        return exchange is Exchange.Answered { Status: HttpStatusCode.NotFound }
            ? new Posting.Uncertain("The order is not there any more.")
            : PostingJudge.Judge(exchange, HttpStatusCode.OK, ReadOrder);
    }

    private static int? StatusOf(Exchange exchange) =>
        exchange is Exchange.Answered { Status: HttpStatusCode.OK } answer ? SalesAnswer.Read(answer.Body)?.Status : null;

    private static Drafting ReadDraft(InvoiceKind kind, Exchange.Answered answer)
    {
        var draft = SalesAnswer.Read(answer.Body);
        var isOrder = kind is InvoiceKind.Order;
        return draft is { Id: { } id, IncludesVat: { } includesVat }
            && Amount(isOrder ? draft.Amount : draft.TotalAmount) is { } total
            && Amount(isOrder ? draft.VatAmount : draft.TotalVatAmount) is { } vat
            && Amount((isOrder ? draft.RoundingsAmount : draft.TotalRoundings) ?? 0) is { } rounding
                ? new Drafting.Drafted(id.ToString(), total, vat, rounding, includesVat)
                : new Drafting.Uncertain("Spiris has made a draft, but its answer holds no id and amounts.");
    }

    private static Posting ReadInvoice(Exchange.Answered answer) =>
        SalesAnswer.Read(answer.Body) is { Id: { } id, InvoiceNumber: { } number } && id != Guid.Empty && number > 0
            ? new Posting.Booked(new(id.ToString(), number.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            : new Posting.Uncertain("Spiris has made an invoice, but its answer holds no id and number.");

    private static Posting ReadOrder(Exchange.Answered answer) =>
        SalesAnswer.Read(answer.Body) is { Id: { } id, Number: { } number, Status: >= Shipped } && number > 0
            ? new Posting.Booked(new(id.ToString(), number.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            : new Posting.Uncertain("Spiris has made an order, but its answer does not show it delivered.");

    private static Money? Amount(decimal? kronor) =>
        kronor is { } stated && Money.TryFromKronor(stated, out var money) ? money : null;

    private static string DraftsOf(InvoiceKind kind) => kind is InvoiceKind.Order ? "orders" : "customerinvoicedrafts";
}

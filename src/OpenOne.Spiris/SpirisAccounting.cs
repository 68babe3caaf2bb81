using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Wire;
using Listed = OpenOne.Spiris.Resources.SpirisAnswer<
    OpenOne.Spiris.Resources.SpirisList<OpenOne.Spiris.Resources.SpirisVoucher>>;

namespace OpenOne.Spiris;

/// <summary>The books of one company in Spiris: what goes over the wire, and what each answer means.</summary>
/// <remarks>
/// Spiris takes no idempotency key and deletes no voucher, so a voucher is sent once and never repeated in here;
/// whatever leaves a doubt is <see cref="Posting.Uncertain"/>, and the books are searched before anybody sends again.
/// Source: OpenAPI 2026-09, <c>POST /v2/vouchers</c> and <c>GET /v2/vouchers</c>.
/// </remarks>
public sealed class SpirisAccounting(SpirisConnection connection, SpirisAccessSource access) : IAccountingSystem
{
    // Our rows hold their VAT; each account keeps the VAT code that the company has set; the series is the one chosen.
    private const string Vouchers =
        "vouchers?useAutomaticVatCalculation=false&useDefaultVatCodes=true&useDefaultVoucherSeries=false";

    // Letters as themselves, so that people can read the bytes that are stored.
    private static readonly JsonWriterOptions _readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly AuthorisedCalls _calls = new(connection, access);
    private readonly SpirisCompany _company = new(connection, access);

    /// <inheritdoc/>
    public byte[] Write(Voucher voucher)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, _readable))
        {
            json.WriteStartObject();
            json.WriteString("VoucherDate", voucher.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("VoucherText", voucher.Text);
            json.WriteString("NumberSeries", voucher.Series.Name);
            json.WriteStartArray("Rows");
            foreach (var row in voucher.Rows)
            {
                json.WriteStartObject();
                json.WriteNumber("AccountNumber", row.Account.Number);
                json.WriteNumber("DebitAmount", Kronor(row.Debit));
                json.WriteNumber("CreditAmount", Kronor(row.Credit));
                json.WriteString("TransactionText", row.Text);
                WriteCostCentre(json, "CostCenterItemId1", row.CostCentres.First);
                WriteCostCentre(json, "CostCenterItemId2", row.CostCentres.Second);
                WriteCostCentre(json, "CostCenterItemId3", row.CostCentres.Third);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public async Task<Posting> PostAsync(ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation)
    {
        try
        {
            return Judge(await _calls.PostAsync(Vouchers, body, mayLeave, cancellation), body);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new Posting.Uncertain("Time was up before Spiris had answered.");
        }
    }

    /// <inheritdoc/>
    /// <remarks>The server picks by date alone, with a day to spare on either side in case it compares moments and not
    /// dates; what it sends back is matched here, so a server that picks too much does no harm.</remarks>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; nothing is
    /// known.</exception>
    public async Task<Search> SearchAsync(VoucherTrace trace, CancellationToken cancellation) =>
        await _company.ReadVouchersAsync(trace.Date.AddDays(-1), trace.Date.AddDays(1), QuotaUse.Search, cancellation) switch
        {
            Listed.Read(var list) => VoucherSearch.In(list, trace),
            Listed.AccessLost(var problem) => new Search.AccessLost(problem),
            Listed.Refused(_, var message) => new Search.Failed(message),
            Listed.Unavailable(var problem, var retryAfter) => new Search.Failed(problem, retryAfter),
            _ => throw new UnreachableException("The cases of SpirisAnswer are closed."),
        };

    /// <inheritdoc/>
    public async Task<Listing> ListChangedAsync(DateTimeOffset since, CancellationToken cancellation) =>
        VoucherSearch.Ours(await _company.ReadVouchersChangedAsync(since, cancellation));

    /// <inheritdoc/>
    public async Task<Listing> ListDatedAsync(
        DateOnly first, DateOnly last, ListingUse use, CancellationToken cancellation) =>
        VoucherSearch.Ours(await _company.ReadVouchersAsync(
            first, last, use is ListingUse.BeforeSending ? QuotaUse.Work : QuotaUse.Search, cancellation));

    /// <summary>From answer to outcome. In order: what the wire knows, what the status alone says, what the error code
    /// says.</summary>
    private static Posting Judge(Exchange exchange, ReadOnlyMemory<byte> sent) => exchange switch
    {
        Exchange.NotSent(var problem, var retryAfter) => new Posting.Unavailable(problem, retryAfter),
        Exchange.Lost(var problem) => new Posting.Uncertain(problem),
        Exchange.NoAccess(var problem) => new Posting.AccessLost(problem),
        Exchange.Answered { Status: HttpStatusCode.Created } answer => ReadVoucher(answer, sent),
        Exchange.Answered { Status: HttpStatusCode.Unauthorized } answer => new Posting.AccessLost(answer.Described),
        Exchange.Answered { Status: HttpStatusCode.TooManyRequests } answer =>
            new Posting.Unavailable(answer.Described, answer.RetryAfter),

        // A gateway speaks for a server it has lost sight of, and no success but Created is a voucher.
        Exchange.Answered
        {
            Status: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
                or < HttpStatusCode.BadRequest
        } answer => new Posting.Uncertain(answer.Described),
        Exchange.Answered answer => ErrorTable.VerdictOn(answer.Error) switch
        {
            Verdict.Refused(var reach, var reasonCode) => new Posting.Refused(ReasonFor(reasonCode, answer), reach),
            Verdict.Later => new Posting.Unavailable(answer.Described, answer.RetryAfter),
            Verdict.AccessLost => new Posting.AccessLost(answer.Described),
            Verdict.Unknown => new Posting.Uncertain(answer.Described),
            _ => throw new UnreachableException("The cases of Verdict are closed."),
        },
        _ => throw new UnreachableException("The cases of Exchange are closed."),
    };

    /// <summary>A voucher that Spiris says it has created, if its answer can be read and speaks of ours.</summary>
    private static Posting ReadVoucher(Exchange.Answered answer, ReadOnlyMemory<byte> sent)
    {
        var created = CreatedVoucher.Read(answer.Body);
        if (created is not { Id: { } id, NumberAndNumberSeries: { Length: > 0 } number } || id == Guid.Empty)
        {
            return new Posting.Uncertain("Spiris has created a voucher, but its answer holds no id and number.");
        }

        return VoucherKey.TryFind(created.VoucherText, out var answered)
            && VoucherKey.TryFind(Encoding.UTF8.GetString(sent.Span), out var ours) && answered != ours
                ? new Posting.Uncertain($"Spiris answered with another voucher, {number}.")
                : new Posting.Booked(new(id.ToString(), number));
    }

    private static Reason ReasonFor(string code, Exchange.Answered answer)
    {
        var said = answer.Error.Message ?? answer.Described;
        return code == ReasonCodes.RefusedBySpiris
            ? Reason.Of(code, answer.Error.Code?.ToString(CultureInfo.InvariantCulture) ?? "", said)
            : Reason.Of(code, said);
    }

    private static void WriteCostCentre(Utf8JsonWriter json, string name, CostCentre? centre)
    {
        if (centre is not null)
        {
            json.WriteString(name, centre.Id);
        }
    }

    /// <summary>Öre as kronor with exactly two decimals: multiplying by 0.01 gives a decimal that keeps them, also
    /// zeros.</summary>
    private static decimal Kronor(Money amount) => amount.Ore * 0.01m;
}

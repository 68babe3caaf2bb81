using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What is done about an invoice or order that is made: the receipt attached, and the invoice sent if the company wants it.</summary>
/// <remarks>The cashier does not wait for any of it. A receipt that is attached twice does no harm; a letter that is sent twice does,
/// so that it is being sent is written down first, and it is not sent again whatever comes.</remarks>
internal sealed class InvoiceFollowing(InvoicingAccess spiris)
{
    private const int Patience = 5;

    /// <summary>Does what is next.</summary>
    public async Task<LaneSave> FollowAsync(
        InvoiceItem item, Func<Task<LaneSave>> save, RetrySchedule schedule, decimal jitter, Func<DateTimeOffset> now)
    {
        var (delivery, id) = (item.Delivery, item.Delivery.Made!.Id);
        if (delivery.FollowUp is InvoiceFollowUp.Attach)
        {
            var pdf = ReceiptPdf.Of(item.Company.Name, item.Company.OrganisationNumber, item.Receipt);
            var attached = await spiris.Attachments.AttachAsync(
                item.Kind, id, $"kvitto-{FileName(delivery.Key)}.pdf", pdf, CancellationToken.None);
            Take(delivery, attached, schedule, jitter, now());
            return await save();
        }

        delivery.Follow(null, now());
        if (await save() is not LaneSave.Saved and var unsaved)
        {
            return unsaved;
        }

        if (await SendAsync(item, id) is not InvoiceAftermath.Done and var problem)
        {
            delivery.Note(Reason.Of(InvoiceReasonCodes.NotSent, ProblemOf(problem)), now());
            return await save();
        }

        return LaneSave.Saved;
    }

    private Task<InvoiceAftermath> SendAsync(InvoiceItem item, string id) => (item.Kind, item.Company.InvoiceSending) switch
    {
        (InvoiceKind.Order, _) or (_, InvoiceSending.LeftToPeople) => Task.FromResult<InvoiceAftermath>(new InvoiceAftermath.Done()),
        (_, InvoiceSending.ByEmail) => spiris.Attachments.EmailAsync(id, CancellationToken.None),
        (_, InvoiceSending.Electronically) => spiris.Attachments.SendElectronicallyAsync(id, CancellationToken.None),
        _ => throw new System.Diagnostics.UnreachableException("There is no other way of sending."),
    };

    private static void Take(
        InvoiceDelivery delivery, InvoiceAftermath attached, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        switch (attached)
        {
            case InvoiceAftermath.Done:
                delivery.Follow(null, now);
                break;
            case InvoiceAftermath.Unavailable(_, var retryAfter) when delivery.Failures < Patience:
                delivery.FollowLater(retryAfter, schedule, jitter, now);
                break;
            default:
                delivery.Follow(Reason.Of(InvoiceReasonCodes.NotAttached, ProblemOf(attached)), now);
                break;
        }
    }

    private static string ProblemOf(InvoiceAftermath aftermath) => aftermath switch
    {
        InvoiceAftermath.Refused(var problem) => problem,
        InvoiceAftermath.Unavailable(var problem, _) => problem,
        _ => "",
    };

    /// <summary>Letters and digits alone: that is what Spiris takes in the names of files.</summary>
    private static string FileName(ReceiptKey key) =>
        string.Concat($"{key.Register}-{key.ReceiptNumber}".Select(symbol => char.IsAsciiLetterOrDigit(symbol) ? symbol : '-'));
}

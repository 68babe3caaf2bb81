using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;

namespace OpenOne.Domain.Tests.Invoicing;

/// <summary>The way of a receipt, step by step.</summary>
public sealed class InvoiceDeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
    private static readonly Guid Lease = Guid.NewGuid();
    private static readonly Money Total = Money.FromOre(1694_00);
    private static readonly Money Vat = Money.FromOre(181_50);
    private static readonly PostedVoucher Invoice = new("id", "1001");
    private static readonly Drafting Draft = new Drafting.Drafted("draft", Total, Vat, Money.Zero, PricesIncludeVat: false);

    private static readonly RetrySchedule Schedule = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), 10, TimeSpan.FromSeconds(90));

    [Fact]
    public void A_draft_with_the_receipts_total_and_VAT_is_made_into_an_invoice()
    {
        var receipt = Drafted();

        receipt.State.ShouldBe(InvoiceState.Drafted);
        receipt.RecordConvert(receipt.BeginConvert([], Lease, Now), new Posting.Booked(Invoice), Schedule, 0, Now);

        (receipt.State, receipt.Made, receipt.DraftId, receipt.FollowUp).ShouldBe(
            (InvoiceState.Made, Invoice, null, InvoiceFollowUp.Attach));
    }

    [Theory]
    [InlineData(1694_01, 181_50, 0, "the total is an öre too much")]
    [InlineData(1694_00, 181_51, 0, "the VAT is")]
    [InlineData(1694_00, 181_50, 1, "what rounding added hides it")]
    public void A_draft_that_is_not_the_receipt_to_the_ore_becomes_no_invoice(long total, long vat, long rounding, string story)
    {
        var receipt = Received(isPromised: true);
        var attempt = receipt.BeginDraft(InvoiceKind.Invoice, false, [], Lease, Now);

        receipt.RecordDraft(
            attempt, new Drafting.Drafted("draft", Money.FromOre(total), Money.FromOre(vat), Money.FromOre(rounding), false), Total, Vat, Schedule, 0, Now);

        receipt.State.ShouldBe(InvoiceState.Held, story);
        receipt.Reasons.ShouldHaveSingleItem().Code.ShouldBe(InvoiceReasonCodes.TotalsDiffer);
        receipt.DraftId.ShouldBe("draft", "so that it can be taken away");
    }

    [Fact]
    public void Whole_kronor_by_the_companys_own_rounding_are_its_rounding_and_no_difference()
    {
        var receipt = Received(isPromised: true);
        var attempt = receipt.BeginDraft(InvoiceKind.Invoice, false, [], Lease, Now);

        receipt.RecordDraft(
            attempt, new Drafting.Drafted("draft", Total + Money.FromOre(50), Vat, Money.FromOre(50), false), Total, Vat, Schedule, 0, Now);

        (receipt.State, receipt.Rounding).ShouldBe((InvoiceState.Drafted, Money.FromOre(50)));
    }

    [Fact]
    public void When_Spiris_takes_our_prices_otherwise_the_draft_is_made_anew_the_way_it_takes_them()
    {
        var receipt = Received(isPromised: true);
        var attempt = receipt.BeginDraft(InvoiceKind.Invoice, pricesIncludeVat: true, [], Lease, Now);

        receipt.RecordDraft(attempt, Draft, Total, Vat, Schedule, 0, Now);

        (receipt.State, receipt.PricesIncludeVat, receipt.DraftId).ShouldBe((InvoiceState.Received, false, "draft"));
    }

    [Fact]
    public void What_cannot_be_made_is_refused_while_the_cashier_waits_and_held_once_it_is_promised()
    {
        var (waiting, promised) = (Received(isPromised: false), Received(isPromised: false));
        promised.Promise(Now);
        foreach (var receipt in new[] { waiting, promised })
        {
            receipt.TurnDown([Reason.Of(InvoiceReasonCodes.CustomerUnknown)], null, Now);
        }

        (waiting.State, waiting.IsApart).ShouldBe((InvoiceState.Refused, false));
        (promised.State, promised.IsApart).ShouldBe((InvoiceState.Held, true));
        Should.Throw<InvalidOperationException>(() => waiting.Promise(Now));
    }

    [Fact]
    public void An_answer_that_was_lost_is_searched_for_until_the_quarantine_has_passed_by_Spiris_clock()
    {
        var receipt = Uncertain();
        var spiris = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        receipt.RecordSearch(new InvoiceLook.Seen([], ["draft"], spiris), Schedule, 0, Now);
        receipt.State.ShouldBe(InvoiceState.Uncertain, "the first search sets the clock");
        receipt.RecordSearch(new InvoiceLook.Failed("timeout"), Schedule, 0, Now);
        receipt.State.ShouldBe(InvoiceState.Uncertain, "a search that failed says nothing");
        receipt.RecordSearch(new InvoiceLook.Seen([], ["draft"], spiris.AddSeconds(89)), Schedule, 0, Now);
        receipt.State.ShouldBe(InvoiceState.Uncertain);
        receipt.RecordSearch(new InvoiceLook.Seen([], ["draft"], spiris.AddSeconds(90)), Schedule, 0, Now);
        receipt.State.ShouldBe(InvoiceState.Received);
    }

    [Fact]
    public void Found_it_is_made_and_found_twice_a_person_decides_which_it_is()
    {
        var (once, twice) = (Uncertain(), Uncertain());
        var other = new PostedVoucher("id2", "1002");

        once.RecordSearch(new InvoiceLook.Seen([Invoice], [], Now), Schedule, 0, Now);
        twice.RecordSearch(new InvoiceLook.Seen([Invoice, other], [], Now), Schedule, 0, Now);

        once.State.ShouldBe(InvoiceState.Made);
        twice.State.ShouldBe(InvoiceState.NeedsAttention);
        twice.Decide(other, Now);
        (twice.State, twice.Made, twice.FollowUp).ShouldBe((InvoiceState.Made, other, InvoiceFollowUp.None));
    }

    [Fact]
    public void A_crash_while_a_draft_is_made_leaves_it_to_be_looked_for_and_one_on_the_step_from_it_leaves_a_doubt()
    {
        var (drafting, converting) = (Received(isPromised: true), Drafted());
        drafting.BeginDraft(InvoiceKind.Invoice, false, [], Lease, Now);
        converting.BeginConvert([], Lease, Now);

        drafting.Interrupt(Now);
        converting.Interrupt(Now);

        (drafting.State, converting.State).ShouldBe((InvoiceState.Received, InvoiceState.Uncertain));
    }

    [Fact]
    public void A_receipt_that_the_days_voucher_books_never_becomes_an_invoice()
    {
        var receipt = Received(isPromised: false);
        receipt.LeaveToTheDay(Now);

        receipt.IsApart.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => receipt.BeginDraft(InvoiceKind.Invoice, false, [], Lease, Now));
        Should.Throw<InvalidOperationException>(() => receipt.ComeAgain(new(2026, 11, 20), true, Now));
    }

    [Fact]
    public void What_is_on_its_way_cannot_be_left_to_the_day()
    {
        foreach (var receipt in new[] { Drafted(), Uncertain() })
        {
            Should.Throw<InvalidOperationException>(() => receipt.LeaveToTheDay(Now));
        }
    }

    private static InvoiceDelivery Received(bool isPromised) =>
        new(Guid.NewGuid(), Guid.NewGuid(), new ReceiptKey("KASSA1", "88121"), new DateOnly(2026, 11, 20), isPromised, Now);

    private static InvoiceDelivery Drafted()
    {
        var receipt = Received(isPromised: true);
        receipt.RecordDraft(receipt.BeginDraft(InvoiceKind.Invoice, false, [], Lease, Now), Draft, Total, Vat, Schedule, 0, Now);
        return receipt;
    }

    private static InvoiceDelivery Uncertain()
    {
        var receipt = Drafted();
        receipt.RecordConvert(receipt.BeginConvert([], Lease, Now), new Posting.Uncertain("lost"), Schedule, 0, Now);
        return receipt;
    }
}

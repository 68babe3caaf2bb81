using OpenOne.Domain.Settling;

namespace OpenOne.Domain.Tests.Settling;

/// <summary>What a reading says of the invoices and orders that we have made.</summary>
public sealed class SettledBooksTests
{
    private static readonly DateOnly _today = new(2026, 12, 20);

    [Theory]
    [InlineData("nothing paid, due tomorrow", 100, 100, 21, false, SettledState.Unpaid)]
    [InlineData("nothing paid, due today", 100, 100, 20, false, SettledState.Unpaid)]
    [InlineData("nothing paid, due yesterday", 100, 100, 19, false, SettledState.Overdue)]
    [InlineData("a part paid, due tomorrow", 100, 40, 21, false, SettledState.PartlyPaid)]
    [InlineData("a part paid, due yesterday", 100, 40, 19, false, SettledState.Overdue)]
    [InlineData("all paid, long ago due", 100, 0, 1, false, SettledState.Paid)]
    [InlineData("a credit invoice that nobody has used is never overdue", -100, -100, 1, true, SettledState.Unpaid)]
    public void An_invoice_is(string story, int total, int remaining, int dueDay, bool isCredit, SettledState state) =>
        Books(Invoice("1") with
        {
            Total = Money.FromOre(total), Remaining = Money.FromOre(remaining), DueDate = new(2026, 12, dueDay), IsCredit = isCredit,
        }).OfInvoice("1")!.State.ShouldBe(state, story);

    [Fact]
    public void One_that_is_taken_back_is_credited_whoever_of_the_two_says_so()
    {
        var settled = Invoice("1") with { Remaining = Money.Zero };

        Books(settled with { CreditedBy = ["2"] }).OfInvoice("1")!.State.ShouldBe(SettledState.Credited);
        Books(settled, Invoice("2") with { IsCredit = true, Credits = "1" }).OfInvoice("1")!.State.ShouldBe(SettledState.Credited);
    }

    [Fact]
    public void An_order_waits_until_an_invoice_names_it_and_is_then_as_settled_as_that()
    {
        OrderSight[] orders = [new("a", false), new("b", false), new("c", true)];
        var collective = Invoice("9") with { Orders = ["a", "b"], DueDate = new(2026, 12, 1) };

        var before = new SettledBooks([], [.. orders], _today);
        var after = new SettledBooks([collective], [.. orders], _today);

        before.OfOrder("a").ShouldBe(new Settled(SettledState.AwaitsInvoice, null));
        before.OfOrder("c").ShouldBe(new Settled(SettledState.Invoiced, null));
        after.OfOrder("a").ShouldBe(new Settled(SettledState.Overdue, collective));
        after.OfOrder("b").ShouldBe(new Settled(SettledState.Overdue, collective));
    }

    [Fact]
    public void Of_what_was_not_read_nothing_is_known()
    {
        Books().OfInvoice("1").ShouldBeNull();
        Books().OfOrder("1").ShouldBeNull();
    }

    private static SettledBooks Books(params InvoiceSight[] invoices) => new([.. invoices], [], _today);

    private static InvoiceSight Invoice(string id) => new(
        id, "1001", new(2026, 11, 20), new(2026, 12, 31), false, Money.FromOre(100), Money.FromOre(100), null, [], null, []);
}

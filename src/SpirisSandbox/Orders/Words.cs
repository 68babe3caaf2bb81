using SpirisSandbox.Orders;

namespace SpirisSandbox.Pages;

// The texts of the order pages.
public sealed partial class Words
{
    public string Orders => Say("Orders", "Ordrar");

    public string NoOrders => Say("There are no orders yet.", "Det finns inga ordrar ännu.");

    public string NoOrderModule => Say(
        "Order & Quote is not activated for this company.", "Order & offert är inte aktiverat för företaget.");

    public string OrderDate => Say("Order date", "Orderdatum");

    public string DeliveredQuantity => Say("Delivered", "Levererat");

    public string Delivered => Say("Delivered", "Levererad");

    public string MakeInvoice => Say("Make invoice", "Skapa faktura");

    public string MakeCollectiveInvoice => Say(
        "Make one invoice of the ticked orders", "Skapa samlingsfaktura av de markerade");

    public string TickSeveral => Say(
        "Tick at least two delivered orders of one customer.", "Markera minst två levererade ordrar för samma kund.");

    public string Tick(int? order) => Say($"Tick order {order}", $"Markera order {order}");

    public string Order(int? number) => number is null
        ? Say("Order draft", "Orderutkast")
        : Say($"Order {number}", $"Order {number}");

    public string OrderStatusName(int status) => status switch
    {
        OrderStatus.Draft => Say("Draft", "Utkast"),
        OrderStatus.Ongoing => Say("Ongoing", "Pågående"),
        OrderStatus.Shipped => Delivered,
        _ => Say("Invoiced", "Fakturerad"),
    };
}

namespace SpirisSandbox.Orders;

/// <summary>How far an order has come.</summary>
/// <remarks>Source: OpenAPI 2026-09, OrderApi.Status.</remarks>
internal static class OrderStatus
{
    public const int Draft = 1;
    public const int Ongoing = 2;
    public const int Shipped = 3;
    public const int Invoiced = 4;
}

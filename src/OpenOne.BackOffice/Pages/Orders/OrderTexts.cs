namespace OpenOne.BackOffice.Pages.Orders;

/// <summary>The words of the order desk, in <c>OrderTexts.resx</c> and <c>OrderTexts.sv.resx</c>.</summary>
public sealed class OrderTexts;

namespace OpenOne.Cli.CloseDay;

/// <summary>A kind of house: what its guests order and how they pay.</summary>
/// <remarks>The figures are assumptions, within what is known of the trade.</remarks>
/// <param name="Receipts">Fewest and most receipts of a day.</param>
/// <param name="Guests">Guests on one receipt, each as likely as the next; a number may stand several times.</param>
/// <param name="TakeawayPercent">Receipts of which the food is taken away.</param>
/// <param name="TipPercent">Receipts with a tip.</param>
/// <param name="InvoicePerMille">The most receipts of a thousand that are put on account.</param>
/// <param name="Opens">Of the business date.</param>
/// <param name="Closes">Of the business date, or of the night after it when before <paramref name="Opens"/>.</param>
/// <param name="FloatKronor">Change in the drawer in the morning (växelkassa).</param>
/// <param name="VatPerRow">The register reports VAT on each row of sales, and not only per rate.</param>
internal sealed record Profile(
    string Name,
    (int Fewest, int Most) Receipts,
    IReadOnlyList<int> Guests,
    IReadOnlyList<Course> Courses,
    int TakeawayPercent,
    int TipPercent,
    int InvoicePerMille,
    TimeOnly Opens,
    TimeOnly Closes,
    int FloatKronor,
    bool VatPerRow);

/// <summary>Something a guest may order.</summary>
/// <param name="Percent">Guests of a hundred who do.</param>
/// <param name="Most">The most that one guest has of it.</param>
internal sealed record Course(int Percent, int Most, params IReadOnlyList<MenuItem> Items);

/// <summary>A line of the menu; its price includes VAT.</summary>
internal sealed record MenuItem(string Group, string Text, int Kronor)
{
    /// <summary>Sold to take away too: there is no licence to carry out strong drink.</summary>
    public bool IsTakenAway => Group is ProductGroup.Food or ProductGroup.SoftDrinks;
}

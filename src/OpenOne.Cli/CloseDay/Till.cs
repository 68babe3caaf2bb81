namespace OpenOne.Cli.CloseDay;

/// <summary>Plays a day at the till: guest after guest, then the counting of the drawer.</summary>
internal sealed class Till
{
    private readonly ClosingOrder _order;
    private readonly Dice _dice;
    private readonly Cashier _cashier;

    private Till(ClosingOrder order)
    {
        _order = order;
        _dice = new Dice(order.Seed);
        _cashier = new Cashier(order.Profile, _dice);
    }

    /// <summary>The day that an order describes.</summary>
    public static Evening Play(ClosingOrder order) => new Till(order).Play();

    private Evening Play()
    {
        var profile = _order.Profile;
        var opens = SwedishTime.At(_order.BusinessDate, profile.Opens);
        var open = SwedishTime.At(NightOf(_order.BusinessDate), profile.Closes) - opens;
        var secondsOpen = open.Ticks / TimeSpan.TicksPerSecond;
        var count = _dice.Between(profile.Receipts.Fewest, profile.Receipts.Most);
        var receipts = new List<Receipt>(count);
        for (var index = 0; index < count; index++)
        {
            var soldAt = SwedishTime.At(opens + TimeSpan.FromSeconds(secondsOpen * index / count));
            receipts.Add(RingUp((_order.ZNumber * 1_000L) + index, soldAt));
        }

        var openedAt = CloseAfter(_order.BusinessDate.AddDays(-1));
        var closedAt = CloseAfter(_order.BusinessDate);
        return new Evening(_order, openedAt, closedAt, receipts, Count(receipts), Incidents(receipts));
    }

    /// <summary>A receipt of any kind: most are sales, some gift cards, a few returns.</summary>
    private Receipt RingUp(long number, DateTimeOffset soldAt) => _dice.Between(1, 1000) switch
    {
        <= 6 => Return(number, soldAt),
        <= 14 => GiftCard(number, soldAt),
        _ => Sale(number, soldAt),
    };

    private Receipt Sale(long number, DateTimeOffset soldAt)
    {
        var takeaway = _dice.Percent(_order.Profile.TakeawayPercent);
        var ordered = Order(takeaway);
        var discountPercent = _dice.Percent(8) ? _dice.Pick([10, 10, 15, 20]) : 0;
        var discounted = ordered.ConvertAll(
            line => line with { GrossOre = line.GrossOre - Ore.Share(line.GrossOre, discountPercent) });
        var discountOre = ordered.Sum(line => line.GrossOre) - discounted.Sum(line => line.GrossOre);
        var (tenders, customer) = _cashier.Pay(discounted.Sum(line => line.GrossOre));
        return new Receipt(number, soldAt, ReceiptLine.WithVat(discounted), tenders, discountOre, customer);
    }

    private Receipt Return(long number, DateTimeOffset soldAt)
    {
        var regretted = _dice.Pick(Order(takeaway: false));
        var returned = regretted with { Quantity = -regretted.Quantity, GrossOre = -regretted.GrossOre };
        var tenders = _cashier.PayBack(returned.GrossOre);
        return new Receipt(number, soldAt, ReceiptLine.WithVat([returned]), tenders, 0, null);
    }

    private Receipt GiftCard(long number, DateTimeOffset soldAt)
    {
        var value = _dice.Pick([300, 500, 500, 1000]) * 100L;
        var line = new ReceiptLine(ProductGroup.GiftCard, "Presentkort", 1, 0, value, 0);
        return new Receipt(number, soldAt, [line], [new Tender(PaymentMeans.Card, value)], 0, null);
    }

    /// <summary>What a party orders, at menu prices; never nothing.</summary>
    private List<ReceiptLine> Order(bool takeaway)
    {
        var lines = new List<ReceiptLine>();
        var courses = _order.Profile.Courses;
        for (var guests = _dice.Pick(_order.Profile.Guests); guests > 0; guests--)
        {
            lines.AddRange(courses
                .Where(course => _dice.Percent(course.Percent) && (!takeaway || course.Items[0].IsTakenAway))
                .Select(course => Line(_dice.Pick(course.Items), _dice.Between(1, course.Most), takeaway)));
        }

        if (lines is [])
        {
            lines.Add(Line(courses[0].Items[0], 1, takeaway));
        }

        return lines;
    }

    private ReceiptLine Line(MenuItem item, int quantity, bool takeaway)
    {
        var rate = ProductGroup.VatRate(item.Group, takeaway, _order.BusinessDate);
        return new ReceiptLine(item.Group, item.Text, quantity, rate, item.Kronor * 100L * quantity, 0);
    }

    /// <summary>The drawer at closing: four nights of five it holds what it should.</summary>
    private CashDrawer Count(List<Receipt> receipts)
    {
        var floatOre = _order.Profile.FloatKronor * 100L;
        var taken = receipts.SelectMany(receipt => receipt.Tenders)
            .Where(tender => tender.Means == PaymentMeans.Cash)
            .Sum(tender => tender.AmountOre + tender.TipOre);
        var deposits = _dice.Percent(10) ? 500_00L : 0;
        var withdrawals = taken > 500_00 && _dice.Percent(60) ? taken / 500_00 * 500_00 : 0;
        var difference = _dice.Percent(80) ? 0 : _dice.Between(1, 100) * 100L * (_dice.Percent(70) ? -1 : 1);
        return new CashDrawer(floatOre, deposits, withdrawals, floatOre + taken + deposits - withdrawals + difference);
    }

    private IncidentCounts Incidents(List<Receipt> receipts)
    {
        var copied = Enumerable.Range(0, _dice.Between(0, 5)).Select(_ => _dice.Pick(receipts).TotalOre).ToList();
        var training = _dice.Percent(10) ? 1 : 0;
        var unfinished = _dice.Between(0, 3);
        var cashSales = receipts.Count(receipt => receipt.Tenders.Any(tender => tender.Means == PaymentMeans.Cash));
        return new IncidentCounts(
            cashSales + _dice.Between(1, 5),
            copied.Count, copied.Sum(),
            training, training * 89_00,
            unfinished, unfinished * 105_00);
    }

    /// <summary>The Z-report is made some minutes after the last guest.</summary>
    private DateTimeOffset CloseAfter(DateOnly businessDate)
    {
        var doors = SwedishTime.At(NightOf(businessDate), _order.Profile.Closes);
        return SwedishTime.At(doors.AddSeconds(_dice.Between(5 * 60, 25 * 60)));
    }

    /// <summary>The date on the wall when the business date ends.</summary>
    private DateOnly NightOf(DateOnly businessDate) =>
        _order.Profile.Closes < _order.Profile.Opens ? businessDate.AddDays(1) : businessDate;
}

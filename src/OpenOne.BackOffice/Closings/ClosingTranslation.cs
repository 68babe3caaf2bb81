using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Closings;

/// <summary>One translation of a posted document into a Z-report, which collects everything that is wrong on its way.</summary>
internal sealed class ClosingTranslation
{
    private static readonly SearchValues<char> _refused = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(code => (char)code).Where(symbol => char.IsControl(symbol) && symbol is not ('\n' or '\r' or '\t'))]);

    private readonly ImmutableArray<FieldError>.Builder _shape = ImmutableArray.CreateBuilder<FieldError>(0);
    private readonly ImmutableArray<FieldError>.Builder _values = ImmutableArray.CreateBuilder<FieldError>(0);

    /// <summary>Members of the wrong length, range or form.</summary>
    public ImmutableArray<FieldError> ShapeErrors => _shape.ToImmutable();

    /// <summary>Rates that do not exist and fractions of an öre.</summary>
    public ImmutableArray<FieldError> ValueErrors => _values.ToImmutable();

    /// <summary>The report; to be used only when there are no errors.</summary>
    public ZReport Translate(ClosingDocument closing)
    {
        Check(closing.Currency is null or "SEK", "currency", "Only SEK is booked.");
        Check(closing.ZNumber >= 1, "zNumber", "A Z number is 1 or more.");
        CheckAmounts(closing);
        return new ZReport
        {
            OrganisationNumber = Number(closing.OrganisationNumber),
            Key = new ClosingKey(Text(closing.Register, "register", 16), closing.ZNumber),
            BusinessDate = closing.BusinessDate,
            OpenedAt = closing.OpenedAt,
            ClosedAt = closing.ClosedAt,
            Sales = Rows(closing.Sales, "sales", (row, at) => new SalesLine(
                new ProductGroup(Text(row.ProductGroup, at["productGroup"], 64)),
                Optional(row.Name, at["name"], 100),
                Rate(row.VatRate, at["vatRate"]),
                Amount(row.Gross, at["gross"]),
                Amount(row.Vat, at["vat"]))),
            Vat = Rows(closing.Vat, "vat", (row, at) => new VatLine(
                Rate(row.Rate, at["rate"]),
                Amount(row.Gross, at["gross"]),
                Amount(row.Net, at["net"]),
                Amount(row.Vat, at["vat"]))),
            Payments = Rows(closing.Payments, "payments", (row, at) => new PaymentLine(
                new PaymentMeans(Text(row.Method, at["method"], 64)),
                Optional(row.Name, at["name"], 100),
                Amount(row.Amount, at["amount"]),
                Amount(row.Tip, at["tip"]))),
            Rounding = Amount(closing.Rounding, "rounding"),
            Cash = closing.Cash is not { } cash ? null : new CashDrawer(
                Amount(cash.OpeningFloat, "cash.openingFloat"),
                Amount(cash.Deposits, "cash.deposits"),
                Amount(cash.Withdrawals, "cash.withdrawals"),
                Amount(cash.Counted, "cash.counted")),
            Invoices = closing.Invoices is { } invoices ? Rows(invoices, "invoices", Invoice) : null,
            Receipts = closing.Counts?.Receipts,
        };
    }

    /// <summary>One receipt that is posted by itself; to be used only when there are no errors.</summary>
    public InvoiceReceipt TranslateReceipt(string register, ClosingDocument.InvoiceRow row)
    {
        Text(register, "register", 16);
        return Invoice(row, RowAt.Document);
    }

    private InvoiceReceipt Invoice(ClosingDocument.InvoiceRow row, RowAt at)
    {
        Check(row.Lines.Count > 0, at["lines"], "An invoice has at least one line.");
        return new InvoiceReceipt(
            Text(row.ReceiptNumber, at["receiptNumber"], 40),
            row.SoldAt,
            Customer(row.Customer, at),
            Optional(row.YourReference, at["yourReference"], 50),
            Optional(row.Note, at["note"], 2000),
            Rows(row.Lines, at["lines"], (line, inside) => new InvoiceLine(
                new ProductGroup(Text(line.ProductGroup, inside["productGroup"], 64)),
                Optional(line.Text, inside["text"], 2000) ?? "",
                line.Quantity,
                Rate(line.VatRate, inside["vatRate"]),
                Amount(line.Gross, inside["gross"]),
                Amount(line.Vat, inside["vat"]))),
            Amount(row.Tip, at["tip"]),
            Amount(row.Total, at["total"]));
    }

    private InvoiceCustomer Customer(ClosingDocument.CustomerRow row, RowAt at)
    {
        Check(row.CountryCode is null or { Length: 2 }, at["customer.countryCode"], "A country code has two letters.");
        return new InvoiceCustomer
        {
            CustomerNumber = Optional(row.CustomerNumber, at["customer.customerNumber"], 16),
            Name = Optional(row.Name, at["customer.name"], 50),
            OrganisationNumber = Optional(row.OrganisationNumber, at["customer.organisationNumber"], 20),
            Email = Optional(row.Email, at["customer.email"], 255),
            Address = Optional(row.Address, at["customer.address"], 50),
            PostalCode = Optional(row.PostalCode, at["customer.postalCode"], 10),
            City = Optional(row.City, at["customer.city"], 50),
            CountryCode = Optional(row.CountryCode, at["customer.countryCode"], 2),
            IsPrivatePerson = row.IsPrivatePerson,
        };
    }

    /// <summary>Amounts that nothing is booked from are kept to the same form, so that the evidence is worth something.</summary>
    private void CheckAmounts(ClosingDocument closing)
    {
        Check(closing.Counts?.Receipts is null or >= 0, "counts.receipts", "A count is 0 or more.");
        Amount(closing.Counts?.ReceiptCopiesAmount, "counts.receiptCopiesAmount");
        Amount(closing.Counts?.TrainingAmount, "counts.trainingAmount");
        Amount(closing.Counts?.ReturnsAmount, "counts.returnsAmount");
        Amount(closing.Counts?.DiscountsAmount, "counts.discountsAmount");
        Amount(closing.Counts?.UnfinishedAmount, "counts.unfinishedAmount");
        Amount(closing.GrandTotals?.Sales, "grandTotals.sales");
        Amount(closing.GrandTotals?.Returns, "grandTotals.returns");
        Amount(closing.GrandTotals?.Net, "grandTotals.net");
    }

    private ImmutableArray<TLine> Rows<TRow, TLine>(List<TRow> rows, Field field, Func<TRow, RowAt, TLine> read)
        where TRow : class
    {
        var lines = ImmutableArray.CreateBuilder<TLine>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var at = new RowAt(field, i);
            if (rows[i] is { } row)
            {
                lines.Add(read(row, at));
            }
            else
            {
                _shape.Add(new FieldError(at.ToString(), "A row may not be null."));
            }
        }

        return lines.DrainToImmutable();
    }

    private OrganisationNumber? Number(string? text)
    {
        var known = OrganisationNumber.TryParse(text, out var number);
        Check(text is null || known, "organisationNumber", "An organisation number is written NNNNNN-NNNN.");
        return known ? number : null;
    }

    private string Text(string text, Field field, int max)
    {
        Check(text.Length > 0, field, "May not be empty.");
        return Optional(text, field, max)!;
    }

    private string? Optional(string? text, Field field, int max)
    {
        if (text?.Length > max)
        {
            _shape.Add(new FieldError(field.ToString(), $"Has at most {max} characters."));
        }

        Check(text is null || !text.AsSpan().ContainsAny(_refused), field, "May not hold control characters.");
        return text;
    }

    private VatRate Rate(decimal percent, Field field)
    {
        if (!VatRate.TryFromPercent(percent, out var rate))
        {
            _values.Add(new FieldError(field.ToString(), "A VAT rate is 25, 12, 6 or 0 per cent."));
        }

        return rate;
    }

    private Money? Amount(decimal? kronor, Field field) => kronor is { } stated ? Amount(stated, field) : null;

    private Money Amount(decimal kronor, Field field)
    {
        if (!Money.TryFromKronor(kronor, out var money))
        {
            var errors = decimal.Abs(kronor) > 10_000_000_000m ? _shape : _values;
            errors.Add(new FieldError(field.ToString(), "An amount is kronor with at most two decimals, at most ten thousand million."));
        }

        return money;
    }

    private void Check(bool holds, Field field, string message)
    {
        if (!holds)
        {
            _shape.Add(new FieldError(field.ToString(), message));
        }
    }
}

/// <summary>Where a member stands in the document. Put into words only when something is wrong with it, which is seldom.</summary>
/// <param name="Row">The row it is a member of; <see langword="null"/> for a member of the document itself.</param>
/// <param name="Member">Its name, below the row, such as <c>gross</c> or <c>customer.name</c>.</param>
internal readonly record struct Field(RowAt? Row, string Member)
{
    public static implicit operator Field(string member) => new(null, member);

    /// <summary>As it is told to whoever sent it, such as <c>invoices[0].lines[2].gross</c>.</summary>
    public override string ToString() => Row is null || Row == RowAt.Document ? Member : $"{Row}.{Member}";
}

/// <summary>Where a row stands in the document.</summary>
/// <param name="List">The list it is in.</param>
/// <param name="Index">Its place there, from 0.</param>
internal sealed record RowAt(Field List, int Index)
{
    /// <summary>The document itself, where it is what is a row elsewhere.</summary>
    public static RowAt Document { get; } = new("", -1);

    /// <summary>A member of the row.</summary>
    public Field this[string member] => new(this, member);

    /// <summary>As it is told to whoever sent it, such as <c>sales[3]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{List}[{Index}]");
}

using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerLedgerItems;

/// <summary>
/// <c>/v2/customerledgeritems</c>: receivables for vouchers that are booked, or booked along with them.
/// </summary>
/// <remarks>
/// Source: OpenAPI 2026-09: the voucher must be manual or imported; with the voucher included the answer is the item
/// without it. Its VAT may differ from what the item says by 0.05 (portal, changelog). Items are not shown among the
/// invoices here; whether the real service does so is not documented.
/// </remarks>
public static class CustomerLedgerItemOperations
{
    private const decimal VatTolerance = 0.05m;

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/customerledgeritems", SalesAccess.Read, call =>
            call.List(call.Visible(call.Company.Sales.CustomerLedgerItems.All, item => item.ModifiedUtc)));
        v2.Get("/customerledgeritems/{id:guid}", SalesAccess.Read, call =>
            ApiAnswer.Found(call.Company.Sales.CustomerLedgerItems.Find(call.Id("id"))));
        v2.Post<CustomerLedgerItemInput>("/customerledgeritems", SalesAccess.Write, Create);
        v2.Post<CustomerLedgerItemInput>(
            "/customerledgeritems/customerledgeritemswithvoucher", SalesAccess.Write, CreateWithVoucher);
    }

    private static ApiAnswer Create(ApiCall call, CustomerLedgerItemInput input)
    {
        var errors = input.Check();
        errors.Required(nameof(input.VoucherId), input.VoucherId);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        return WhyNot(call, input) is { } refusal
            ? refusal
            : call.Company.Vouchers.Find(input.VoucherId!.Value) switch
            {
                null => Refuse(
                    call.Assumptions.Sales.UnknownReferenceError, "VoucherId", "The voucher does not exist."),
                { VoucherType: not (VoucherType.Manual or VoucherType.SieImport) } =>
                    Refuse(2000, "VoucherId", "The voucher must be a manual voucher or a SIE import."),
                var voucher => Keep(call, input, voucher),
            };
    }

    private static ApiAnswer CreateWithVoucher(ApiCall call, CustomerLedgerItemInput input)
    {
        var errors = input.Check();
        errors.Required(nameof(input.Voucher), input.Voucher);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        if ((WhyNot(call, input) ?? WhyNotItsVat(call, input)) is { } refusal)
        {
            return refusal;
        }

        var booked = PostVoucher.Answer(call, input.Voucher!);
        return booked is ApiAnswer.Created(VoucherApi voucher) ? Keep(call, input, voucher) : booked;
    }

    private static ApiAnswer.Refused? WhyNot(ApiCall call, CustomerLedgerItemInput input) => 0 switch
    {
        _ when call.Company.Sales.Customers.Find(input.CustomerId!.Value) is null =>
            Refuse(
                call.Assumptions.Sales.UnknownReferenceError, nameof(input.CustomerId), "The customer does not exist."),
        _ when call.Company.Sales.CustomerLedgerItems.Any(item => item.InvoiceNumber == input.InvoiceNumber)
            || call.Company.Sales.CustomerInvoices.Any(invoice => invoice.InvoiceNumber == input.InvoiceNumber) =>
            new ApiAnswer.Refused(ErrorCatalogue.Conflict, $"The invoice number {input.InvoiceNumber} is taken."),
        _ => null,
    };

    // The VAT of the voucher is what stands on the accounts that the company's VAT codes point to.
    private static ApiAnswer.Refused? WhyNotItsVat(ApiCall call, CustomerLedgerItemInput input)
    {
        if (call.Flag("useAutomaticVatCalculation", otherwise: false))
        {
            return null;
        }

        var accounts = call.Company.VatCodes.Select(code => code.RelatedAccounts.AccountNumber1).ToHashSet();
        var vat = (input.Voucher!.Rows ?? [])
            .Where(row => row?.AccountNumber is { } number && accounts.Contains(number))
            .Sum(row => (row!.CreditAmount ?? 0) - (row.DebitAmount ?? 0));
        return Math.Abs(vat - (input.VATAmountInvoiceCurrency ?? 0)) > VatTolerance
            ? Refuse(
                2000,
                nameof(input.VATAmountInvoiceCurrency),
                "VATAmountInvoiceCurrency differs from the voucher's VAT.")
            : null;
    }

    private static ApiAnswer.Refused Refuse(int code, string field, string text) => SalesWork.Refuse(code, field, text);

    private static ApiAnswer.Created Keep(ApiCall call, CustomerLedgerItemInput input, VoucherApi voucher)
    {
        var item = new CustomerLedgerItemApi(
            input.CurrencyCode!,
            input.CurrencyRate ?? 1,
            input.CurrencyRateUnit ?? 1,
            input.CustomerId!.Value,
            input.DueDate!.Value,
            Guid.NewGuid(),
            input.InvoiceDate!.Value,
            input.InvoiceNumber!.Value,
            input.IsCreditInvoice!.Value,
            input.PaymentReferenceNumber,
            input.RemainingAmountInvoiceCurrency!.Value,
            input.RoundingsAmountInvoiceCurrency ?? 0,
            input.TotalAmountInvoiceCurrency!.Value,
            input.VATAmountInvoiceCurrency ?? 0,
            voucher.Id,
            call.Now);
        call.Company.Sales.CustomerLedgerItems.Put(item);
        return new ApiAnswer.Created(item);
    }
}

using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Mapping;

/// <summary>What a company has decided about its vouchers, beside their accounts.</summary>
/// <param name="Company">The company's number; part of the voucher's key.</param>
/// <param name="Series">The series the vouchers are numbered in.</param>
/// <param name="InvoicesInSpiris">Whether Spiris books the sales that are on invoice, so that the voucher leaves them out.</param>
public sealed record VoucherTerms(OrganisationNumber Company, VoucherSeries Series, bool InvoicesInSpiris);

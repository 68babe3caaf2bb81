namespace OpenOne.Domain.Invoicing;

/// <summary>What makes a receipt (kvitto) the one it is within its company: the register and the number of the receipt.</summary>
/// <param name="Register">Kassabeteckning: the designation of the cash register, 1 to 16 characters.</param>
/// <param name="ReceiptNumber">The receipt's number, unique per register, 1 to 40 characters.</param>
/// <remarks>Knows nothing of Z-reports: a receipt is invoiced in the middle of a shift, before anybody knows which closing it will
/// stand in.</remarks>
public sealed record ReceiptKey(string Register, string ReceiptNumber)
{
    /// <summary>As in addresses: <c>KASSA1/88121</c>.</summary>
    public override string ToString() => $"{Register}/{ReceiptNumber}";
}

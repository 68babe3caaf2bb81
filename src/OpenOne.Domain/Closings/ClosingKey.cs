using System.Globalization;

namespace OpenOne.Domain.Closings;

/// <summary>What makes a closing the one it is within its company: the register and the number of its Z-report.</summary>
/// <param name="Register">Kassabeteckning: the designation of the cash register, 1 to 16 characters.</param>
/// <param name="ZNumber">Number from the register's unbroken ascending series of Z-reports, 1 or more.</param>
/// <remarks>Source: SKVFS 2014:9 7 kap 3 § c and e.</remarks>
public sealed record ClosingKey(string Register, int ZNumber)
{
    /// <summary>As in addresses: <c>KASSA1/64</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Register}/{ZNumber}");
}

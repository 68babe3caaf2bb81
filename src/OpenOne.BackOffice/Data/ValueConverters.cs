using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Data;

/// <summary>Money as whole öre.</summary>
public sealed class OreConverter() : ValueConverter<Money, long>(money => money.Ore, ore => Money.FromOre(ore));

/// <summary>An organisation number as its ten digits.</summary>
public sealed class OrganisationNumberConverter()
    : ValueConverter<OrganisationNumber, string>(number => number.Digits, digits => OrganisationNumber.Parse(digits));

/// <summary>An account as its number.</summary>
public sealed class AccountNumberConverter()
    : ValueConverter<AccountNumber, int>(account => account.Number, number => AccountNumber.From(number));

/// <summary>A series as its letters.</summary>
public sealed class VoucherSeriesConverter()
    : ValueConverter<VoucherSeries, string>(series => series.Name, name => VoucherSeries.Parse(name));

/// <summary>A voucher key as it is printed.</summary>
public sealed class VoucherKeyConverter()
    : ValueConverter<VoucherKey, string>(key => key.Text, text => ReadVoucherKey(text))
{
    private static VoucherKey ReadVoucherKey(string text) => VoucherKey.TryParse(text, out var key)
        ? key
        : throw new FormatException($"'{text}' is not a voucher key.");
}

/// <summary>A fingerprint in hexadecimal.</summary>
public sealed class VoucherFingerprintConverter()
    : ValueConverter<VoucherFingerprint, string>(print => print.Hex, hex => VoucherFingerprint.FromHex(hex));

/// <summary>A mapping key as people write it.</summary>
public sealed class MappingKeyConverter() : ValueConverter<MappingKey, string>(key => key.ToString()!, text => ReadKey(text))
{
    private static MappingKey ReadKey(string text) =>
        MappingKeyText.Read(text) ?? throw new FormatException($"'{text}' is not a mapping key.");
}

/// <summary>A subject of cost centres as it is written.</summary>
public sealed class CostCentreSubjectConverter()
    : ValueConverter<CostCentreSubject, string>(subject => subject.ToString()!, text => ReadSubject(text))
{
    private static CostCentreSubject ReadSubject(string text) =>
        CostCentreSubjectText.Read(text) ?? throw new FormatException($"'{text}' is no subject of cost centres.");
}

/// <summary>An instant as milliseconds since 1970, since SQLite can neither order nor compare offsets.</summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

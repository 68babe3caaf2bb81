using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Data;

/// <summary>Reasons as JSON: <c>[["account-not-mapped","sales cider/25"]]</c>.</summary>
public sealed class ReasonsConverter() : ValueConverter<ImmutableArray<Reason>, string>(
    reasons => Write(reasons), json => Read(json))
{
    private static string Write(ImmutableArray<Reason> reasons) =>
        JsonSerializer.Serialize(reasons.Select(reason => reason.Arguments.Insert(0, reason.Code).ToArray()));

    private static ImmutableArray<Reason> Read(string json) =>
        [.. JsonSerializer.Deserialize<string[][]>(json)!.Select(reason => new Reason(reason[0], [.. reason[1..]]))];
}

/// <summary>Reasons are compared one by one.</summary>
public sealed class ReasonsComparer() : ValueComparer<ImmutableArray<Reason>>(
    (left, right) => left.SequenceEqual(right), reasons => reasons.Length, reasons => reasons);

/// <summary>Vouchers in the books as JSON: <c>[["0f3c…","A12"]]</c>, id and number.</summary>
public sealed class PostedVouchersConverter() : ValueConverter<ImmutableArray<PostedVoucher>, string>(
    vouchers => Write(vouchers), json => Read(json))
{
    private static string Write(ImmutableArray<PostedVoucher> vouchers) =>
        JsonSerializer.Serialize(vouchers.Select(voucher => new[] { voucher.Id, voucher.Number }));

    private static ImmutableArray<PostedVoucher> Read(string json) =>
        [.. JsonSerializer.Deserialize<string[][]>(json)!.Select(voucher => new PostedVoucher(voucher[0], voucher[1]))];
}

/// <summary>Vouchers in the books are compared one by one.</summary>
public sealed class PostedVouchersComparer() : ValueComparer<ImmutableArray<PostedVoucher>>(
    (left, right) => left.SequenceEqual(right), vouchers => vouchers.Length, vouchers => vouchers);

/// <summary>Voucher rows as JSON: <c>[{"account":1686,"ore":5299240,"text":"Kort"}]</c>, debit positive; with <c>"centres"</c>,
/// one place per group of cost centres, where there are any.</summary>
public sealed class VoucherRowsConverter() : ValueConverter<ImmutableArray<VoucherRow>, string>(
    rows => Write(rows), json => Read(json))
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static string Write(ImmutableArray<VoucherRow> rows) => JsonSerializer.Serialize(
        rows.Select(row => new Stored(
            row.Account.Number, row.SignedAmount.Ore, row.Text, StoredCentre.Of(row.CostCentres))), _json);

    private static ImmutableArray<VoucherRow> Read(string json) =>
    [
        .. JsonSerializer.Deserialize<Stored[]>(json, _json)!.Select(row =>
            VoucherRow.From(AccountNumber.From(row.Account), Money.FromOre(row.Ore), row.Text, StoredCentre.Read(row.Centres))
            ?? throw new FormatException("A stored voucher row has no amount.")),
    ];

    private sealed record Stored(int Account, long Ore, string Text, StoredCentre?[]? Centres);

    private sealed record StoredCentre(Guid Id, string Name)
    {
        public static StoredCentre?[]? Of(CostCentres centres) =>
            centres.AreNone ? null : [Of(centres.First), Of(centres.Second), Of(centres.Third)];

        public static CostCentres? Read(StoredCentre?[]? centres) =>
            centres is null ? null : new(centres[0]?.Read(), centres[1]?.Read(), centres[2]?.Read());

        private static StoredCentre? Of(CostCentre? centre) => centre is null ? null : new(centre.Id, centre.Name);

        private CostCentre Read() => new(Id, Name);
    }
}

/// <summary>Voucher rows are compared one by one.</summary>
public sealed class VoucherRowsComparer() : ValueComparer<ImmutableArray<VoucherRow>>(
    (left, right) => left.SequenceEqual(right), rows => rows.Length, rows => rows);

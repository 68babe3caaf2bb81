using Microsoft.Extensions.Localization;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>What people call a key of the mapping.</summary>
internal static class KeyNames
{
    /// <summary>The key in the words of the reader: the till's own name where it has said one, otherwise its code.</summary>
    public static string Of(MappingKey key, string? name, IStringLocalizer<MappingTexts> text) => key switch
    {
        MappingKey.Sales sales => $"{name ?? sales.Group.Code}, {sales.Rate}",
        MappingKey.SalesOfGroup sales => text["Key.AnyRate", name ?? sales.Group.Code],
        MappingKey.SalesAtRate sales => text["Key.SalesAtRate", sales.Rate],
        MappingKey.OutputVat vat => text["Key.OutputVat", vat.Rate],
        MappingKey.Payment payment when name is not null => name,
        MappingKey.Payment { Means.Code: "card" or "swish" or "cash" or "invoice" or "gift-card" } payment =>
            text[$"Means.{payment.Means}"],
        MappingKey.Payment payment => payment.Means.Code,
        _ => text[$"Key.{key.GetType().Name}"],
    };
}

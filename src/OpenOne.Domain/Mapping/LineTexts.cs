using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Mapping;

/// <summary>What stands beside an amount in the books.</summary>
internal static class LineTexts
{
    /// <summary>Names one after the other while a row's text has room for them, then "m.fl." (and others): never half a name.</summary>
    public static string? Joined(string? names, string? added)
    {
        const string AndOthers = " m.fl.";
        if (names is null || added is null)
        {
            return names ?? added;
        }

        const int Room = VoucherRow.MaxTextLength - 6;
        if (names == added || names.Length > Room || names.EndsWith(AndOthers, StringComparison.Ordinal))
        {
            return names;
        }

        return names.Length + added.Length + 2 <= Room ? $"{names}, {added}" : names + AndOthers;
    }

    /// <summary>What has no account yet (okonterat).</summary>
    public static string Unmapped(string text) => $"Okonterat: {text}";
}

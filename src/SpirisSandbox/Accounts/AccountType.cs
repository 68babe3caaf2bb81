namespace SpirisSandbox.Accounts;

/// <summary>The type of an account.</summary>
/// <remarks>
/// Source: Swagger 2024-05, AccountTypesAPI, for the names of the properties. The types of Swedish companies are not
/// documented: these are the groups of the BAS chart, numbered as its first digit.
/// </remarks>
public sealed record AccountTypesAPI(int Type, string TypeDescription)
{
    public static readonly IReadOnlyList<AccountTypesAPI> All =
    [
        new(1, "Tillgångar"),
        new(2, "Eget kapital och skulder"),
        new(3, "Rörelsens inkomster"),
        new(4, "Varor och material"),
        new(5, "Övriga externa kostnader"),
        new(6, "Övriga externa kostnader"),
        new(7, "Personalkostnader"),
        new(8, "Finansiella poster och resultat"),
    ];

    /// <summary>The type that an account's first digit gives it.</summary>
    public static AccountTypesAPI Of(string accountNumber) =>
        All.FirstOrDefault(type => type.Type == accountNumber[0] - '0') ?? All[0];
}

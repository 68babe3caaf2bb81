using System.Collections.Immutable;
using System.Globalization;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>What can be wrong with a field of the editor.</summary>
public enum MappingProblem
{
    /// <summary>An account number has four digits.</summary>
    NotAnAccount = 1,

    /// <summary>It is no date, or one that nobody can mean.</summary>
    NotADate = 2,

    /// <summary>A new row needs a code of at most 64 characters.</summary>
    NotACode = 3,

    /// <summary>The new row is there already.</summary>
    ThereAlready = 4,
}

/// <summary>A field that cannot be what was filled in.</summary>
public sealed record FieldProblem(string Field, MappingProblem Problem);

/// <summary>What the form of the editor holds, as it was typed.</summary>
/// <param name="Newest">The newest version when the form was opened.</param>
/// <param name="EffectiveFrom">The date, or nothing for "from the beginning".</param>
/// <param name="FollowsDefault">Whether the default chart is followed.</param>
/// <param name="Typed">What was typed, by the name of the field.</param>
public sealed record MappingInput(
    int Newest, string EffectiveFrom, bool FollowsDefault, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>The field of a new product group's code.</summary>
    public const string NewGroup = "new group";

    /// <summary>The field of a new product group's rate.</summary>
    public const string NewRate = "new rate";

    /// <summary>The field of a new product group's account.</summary>
    public const string NewGroupAccount = "new group account";

    /// <summary>The field of a new means' code.</summary>
    public const string NewMeans = "new means";

    /// <summary>The field of a new means' account.</summary>
    public const string NewMeansAccount = "new means account";

    private const int MaxCode = 64;
    private static readonly DateOnly _earliest = new(2010, 1, 1);

    /// <summary>Reads a posted form.</summary>
    public static MappingInput Of(IFormCollection form) => new(
        int.TryParse(form["newest"], NumberStyles.None, CultureInfo.InvariantCulture, out var newest) ? newest : 0,
        form["effective-from"].ToString().Trim(),
        form["follows-default"] == "true",
        form.Where(field => field.Key.StartsWith("account ", StringComparison.Ordinal) || field.Key.StartsWith("new ", StringComparison.Ordinal))
            .ToDictionary(field => field.Key, field => field.Value.ToString().Trim(), StringComparer.Ordinal));

    /// <summary>Reads the fields.</summary>
    /// <param name="by">Who has filled them in.</param>
    /// <param name="today">The present day, which bounds the dates that anybody can mean.</param>
    /// <returns>What is to be saved; or every field that is wrong.</returns>
    public (MappingDraft? Draft, ImmutableArray<FieldProblem> Problems) Read(string by, DateOnly today)
    {
        var (problems, accounts) = (new List<FieldProblem>(), new Dictionary<MappingKey, AccountNumber>());
        foreach (var (field, typed) in Typed.Where(field => field.Value.Length > 0))
        {
            if (field.StartsWith("account ", StringComparison.Ordinal) && MappingKeyText.Read(field["account ".Length..]) is { } key)
            {
                Add(field, key, typed, accounts, problems);
            }
        }

        AddNew(NewGroup, NewGroupAccount, NewSales, accounts, problems);
        AddNew(NewMeans, NewMeansAccount, code => new MappingKey.Payment(new(code)), accounts, problems);
        if (ReadDate(today) is not { } from)
        {
            problems.Add(new("effective-from", MappingProblem.NotADate));
            return (null, [.. problems]);
        }

        return problems is []
            ? (new MappingDraft(Newest, from, accounts, by) { FollowsDefault = FollowsDefault }, [])
            : (null, [.. problems]);
    }

    /// <summary>Reads an account as people type or choose it: 3001, or 3001 and its name.</summary>
    public static AccountNumber? ReadAccount(string typed)
    {
        var digits = typed.TakeWhile(char.IsAsciiDigit).Count();
        var ends = digits == typed.Length || typed[digits] == ' ';
        return digits == 4 && ends
            && AccountNumber.TryFrom(int.Parse(typed.AsSpan(0, 4), CultureInfo.InvariantCulture), out var account)
                ? account
                : null;
    }

    private static void Add(
        string field, MappingKey key, string typed, Dictionary<MappingKey, AccountNumber> accounts, List<FieldProblem> problems)
    {
        if (ReadAccount(typed) is not { } account)
        {
            problems.Add(new(field, MappingProblem.NotAnAccount));
        }
        else if (!accounts.TryAdd(key, account))
        {
            problems.Add(new(field, MappingProblem.ThereAlready));
        }
    }

    private void AddNew(
        string codeField, string accountField, Func<string, MappingKey?> keyOf,
        Dictionary<MappingKey, AccountNumber> accounts, List<FieldProblem> problems)
    {
        var (code, typed) = (Typed.GetValueOrDefault(codeField, ""), Typed.GetValueOrDefault(accountField, ""));
        if (code.Length == 0 && typed.Length == 0)
        {
            return;
        }

        if (code.Length is 0 or > MaxCode || code.Any(char.IsControl) || keyOf(code) is not { } key)
        {
            problems.Add(new(codeField, MappingProblem.NotACode));
        }
        else if (accounts.ContainsKey(key))
        {
            problems.Add(new(codeField, MappingProblem.ThereAlready));
        }
        else
        {
            Add(accountField, key, typed, accounts, problems);
        }
    }

    /// <summary>A group at the chosen rate, or at any. What reads as another key, such as a group called *, is none.</summary>
    private MappingKey? NewSales(string code)
    {
        var text = $"sales {code}/{Typed.GetValueOrDefault(NewRate, "")}";
        return MappingKeyText.Read(text) is { } key && MappingParts.CodeOf(key) == code ? key : null;
    }

    private DateOnly? ReadDate(DateOnly today) => EffectiveFrom.Length == 0
        ? DateOnly.MinValue
        : DateOnly.TryParseExact(EffectiveFrom, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= _earliest && day <= today.AddYears(3)
                ? day
                : null;
}

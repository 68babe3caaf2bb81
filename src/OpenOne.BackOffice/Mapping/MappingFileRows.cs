using System.Collections.Immutable;
using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Takes in the rows of a file one by one, whatever its format, and collects everything that is wrong on the way.</summary>
internal sealed class MappingFileRows
{
    private readonly Dictionary<MappingKey, AccountNumber> _accounts = [];
    private readonly Dictionary<CostCentreSubject, MappingFile.Centres> _centres = [];
    private readonly List<MappingFileProblem> _problems = [];

    /// <summary>Everything that is wrong.</summary>
    public ImmutableArray<MappingFileProblem> Problems => [.. _problems];

    /// <summary>The rows.</summary>
    public IReadOnlyDictionary<MappingKey, AccountNumber> Accounts => _accounts;

    /// <summary>The cost centres.</summary>
    public ImmutableArray<MappingFile.Centres> Centres => [.. _centres.Values];

    /// <summary>Takes in what is wrong with the file itself or with one of its fields.</summary>
    public void Refuse(int line, MappingFileFault fault, string about = "") => _problems.Add(new(line, fault, Cut(about)));

    /// <summary>Takes in one row: a key with an account, or what cost centres are set for with none.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="key">A mapping key, or the subject of cost centres.</param>
    /// <param name="account">The account; empty where there are only cost centres.</param>
    /// <param name="centres">At most three, as <c>id name</c>; empty for none.</param>
    public void Add(int line, string key, string account, IReadOnlyList<string> centres)
    {
        var mapped = MappingKeyText.Read(key);
        var subject = mapped is null ? CostCentreSubjectText.Read(key) : new CostCentreSubject.Row(mapped);
        if (subject is null)
        {
            Refuse(line, MappingFileFault.UnknownKey, key);
            return;
        }

        if (mapped is not null && (account.Length > 0 || centres.All(centre => centre.Length == 0)))
        {
            AddAccount(line, mapped, account);
        }
        else if (account.Length > 0)
        {
            Refuse(line, MappingFileFault.NotAnAccount, account);
        }

        AddCentres(line, subject, centres);
    }

    private void AddAccount(int line, MappingKey key, string account)
    {
        if (!int.TryParse(account, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !AccountNumber.TryFrom(number, out var known) || account.Length != 4)
        {
            Refuse(line, MappingFileFault.NotAnAccount, account);
        }
        else if (!_accounts.TryAdd(key, known))
        {
            Refuse(line, MappingFileFault.KeyTwice, key.ToString()!);
        }
    }

    private void AddCentres(int line, CostCentreSubject subject, IReadOnlyList<string> centres)
    {
        var read = centres.Select(text => text.Length == 0 ? null : ReadCentre(line, text)).ToList();
        var chosen = new CostCentres(read.ElementAtOrDefault(0), read.ElementAtOrDefault(1), read.ElementAtOrDefault(2));
        if (!chosen.AreNone && !_centres.TryAdd(subject, new(line, subject, chosen)))
        {
            Refuse(line, MappingFileFault.KeyTwice, subject.ToString()!);
        }
    }

    private CostCentre? ReadCentre(int line, string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (Guid.TryParse(space < 0 ? text : text[..space], out var id))
        {
            return new CostCentre(id, space < 0 ? "" : text[(space + 1)..]);
        }

        Refuse(line, MappingFileFault.UnknownCostCentre, text);
        return null;
    }

    private static string Cut(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}

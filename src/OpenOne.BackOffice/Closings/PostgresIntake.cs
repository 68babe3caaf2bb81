using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Closings;

/// <summary>What becomes of closings that are committed together, as the answers of the database come in. Each is judged as if those
/// before it had been taken in one by one.</summary>
internal sealed class PostgresIntake
{
    private readonly IReadOnlyList<PendingClosing> _closings;
    private readonly Intaken?[] _outcomes;
    private readonly Dictionary<(Guid OrganisationId, string Register), HashSet<Guid>> _owners = [];
    private readonly HashSet<(Guid CompanyId, string Register)> _firstUsed = [];
    private readonly HashSet<Guid> _new = [];
    private readonly Dictionary<Guid, int> _places;
    private readonly HashSet<(Guid CompanyId, string Register)> _known;

    /// <param name="closings">In the order in which they came.</param>
    /// <param name="own">Registers that are known to be their company's.</param>
    public PostgresIntake(IReadOnlyList<PendingClosing> closings, HashSet<(Guid CompanyId, string Register)> own)
    {
        (_closings, _known, _outcomes) = (closings, own, new Intaken?[closings.Count]);
        _places = closings.Select((pending, place) => (pending.Closing.Id, place)).ToDictionary(one => one.Id, one => one.place);
        UnknownRegisters = [.. closings.Where(pending => !own.Contains(RegisterOf(pending)))
            .Select(NameOf).Distinct().Order()];
    }

    /// <summary>Registers whose owner the database has to be asked for, each within its organisation.</summary>
    public List<(Guid OrganisationId, string Register)> UnknownRegisters { get; }

    /// <summary>What is to be inserted, in the order of the keys.</summary>
    public List<PendingClosing> ToInsert => field ??=
    [
        .. Judge().Where(pending => pending.Differences.IsEmpty)
            .OrderBy(pending => pending.Closing.CompanyId).ThenBy(pending => pending.Closing.Register, StringComparer.Ordinal)
            .ThenBy(pending => pending.Closing.ZNumber),
    ];

    /// <summary>What may have come before, or does not add up.</summary>
    public List<PendingClosing> ToLookUp => [.. _closings.Where((pending, place) => _outcomes[place] is null)];

    /// <summary>What was inserted.</summary>
    public IEnumerable<PendingClosing> New => _closings.Where((_, place) => _outcomes[place] is Intaken.New);

    /// <summary>Registers that a company uses for the first time.</summary>
    public IEnumerable<CashRegister> NewRegisters => _firstUsed
        .Where(register => New.Any(pending => RegisterOf(pending) == register))
        .Select(register => new CashRegister { CompanyId = register.CompanyId, Designation = register.Register });

    /// <summary>What those that were inserted are the first to speak of, in the order of the keys.</summary>
    /// <param name="known">What need not be remembered again.</param>
    public List<SeenKey> Seen(HashSet<(Guid CompanyId, MappingKey Key)> known) =>
    [
        .. New.SelectMany(pending => pending.Keys.Select(named => new SeenKey
            {
                CompanyId = pending.Closing.CompanyId,
                Key = named.Key,
                Name = named.Name,
                FirstSeenAt = pending.Closing.ReceivedAt,
                ClosingId = pending.Closing.Id,
            }))
            .Where(seen => !known.Contains((seen.CompanyId, seen.Key)))
            .DistinctBy(seen => (seen.CompanyId, seen.Key))
            .OrderBy(seen => seen.CompanyId).ThenBy(seen => seen.Key.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Documents that say something else than the first of their number did.</summary>
    public List<ConflictingClosing> Conflicts { get; } = [];

    /// <summary>Registers that are their company's once this is committed.</summary>
    public IEnumerable<(Guid CompanyId, string Register)> OwnRegisters => New.Select(RegisterOf);

    /// <summary>What became of each, in their order.</summary>
    public IReadOnlyList<Intaken> Outcomes => [.. _outcomes.Select(outcome => outcome
        ?? throw new InvalidOperationException("A closing was refused as known and is not found."))];

    /// <summary>Takes in which companies use the registers that were asked for.</summary>
    public void Owned(IEnumerable<(Guid OrganisationId, string Register, Guid CompanyId)> owners)
    {
        foreach (var owner in owners)
        {
            OwnersOf((owner.OrganisationId, owner.Register)).Add(owner.CompanyId);
        }
    }

    /// <summary>Takes in whether a closing was new.</summary>
    public void Inserted(PendingClosing pending, bool isNew)
    {
        if (isNew)
        {
            _outcomes[_places[pending.Closing.Id]] = new Intaken.New();
            _new.Add(pending.Closing.Id);
        }
    }

    /// <summary>Takes in what is known of those that were not inserted.</summary>
    public void Earlier(Dictionary<(Guid CompanyId, string Register, int ZNumber), (Guid Id, byte[] ContentHash)> earlier)
    {
        foreach (var pending in ToLookUp)
        {
            var (closing, place) = (pending.Closing, _places[pending.Closing.Id]);
            var isKnown = earlier.TryGetValue((closing.CompanyId, closing.Register, closing.ZNumber), out var first)
                && (!_new.Contains(first.Id) || _places[first.Id] < place);
            if (!isKnown)
            {
                _outcomes[place] = pending.Differences.IsEmpty ? null : new Intaken.DoesNotReconcile(pending.Differences);
            }
            else if (first.ContentHash.AsSpan().SequenceEqual(closing.ContentHash))
            {
                _outcomes[place] = new Intaken.Before();
            }
            else
            {
                _outcomes[place] = new Intaken.Changed();
                Conflicts.Add(new ConflictingClosing
                {
                    ClosingId = first.Id,
                    Document = closing.Document,
                    ContentHash = closing.ContentHash,
                    ReceivedAt = closing.ReceivedAt,
                });
            }
        }
    }

    /// <summary>Refuses registers that are only another company's, and notes those that are used for the first time.</summary>
    private IEnumerable<PendingClosing> Judge()
    {
        foreach (var pending in _closings)
        {
            var register = RegisterOf(pending);
            if (!_known.Contains(register))
            {
                var owners = OwnersOf(NameOf(pending));
                if (owners.Count > 0 && !owners.Contains(register.CompanyId))
                {
                    _outcomes[_places[pending.Closing.Id]] = new Intaken.RegisterOfAnotherCompany();
                    continue;
                }

                if (owners.Count == 0 && pending.Differences.IsEmpty)
                {
                    owners.Add(register.CompanyId);
                    _firstUsed.Add(register);
                }
            }

            yield return pending;
        }
    }

    private HashSet<Guid> OwnersOf((Guid OrganisationId, string Register) name)
    {
        if (!_owners.TryGetValue(name, out var owners))
        {
            _owners[name] = owners = [];
        }

        return owners;
    }

    private static (Guid CompanyId, string Register) RegisterOf(PendingClosing pending) =>
        (pending.Closing.CompanyId, pending.Closing.Register);

    private static (Guid OrganisationId, string Register) NameOf(PendingClosing pending) =>
        (pending.Caller.OrganisationId, pending.Closing.Register);
}

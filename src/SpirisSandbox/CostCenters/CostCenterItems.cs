using SpirisSandbox.State;

namespace SpirisSandbox.CostCenters;

/// <summary>What became of a change to a group's items.</summary>
internal abstract record ItemChange
{
    private ItemChange()
    {
    }

    public sealed record NoSuchCenter : ItemChange;

    /// <summary>Another item of the group has it.</summary>
    public sealed record ShortNameTaken(string ShortName) : ItemChange;

    public sealed record Kept(CostCenterItemApi Item) : ItemChange;
}

/// <summary>Adds and replaces the items of a group; they live inside the group's record.</summary>
internal static class CostCenterItems
{
    /// <summary>Adds an item, or puts it in the place of the one with the same id.</summary>
    public static ItemChange Put(
        Company company, Guid centerId, Guid id, string name, string shortName, bool isActive, DateTimeOffset created)
    {
        if (company.CostCenters.Find(centerId) is not { } center)
        {
            return new ItemChange.NoSuchCenter();
        }

        if (center.Items.Any(other => other.Id != id
                && other.ShortName.Equals(shortName, StringComparison.OrdinalIgnoreCase)))
        {
            return new ItemChange.ShortNameTaken(shortName);
        }

        var item = new CostCenterItemApi(centerId, id, name, shortName, isActive, created);
        IReadOnlyList<CostCenterItemApi> items = center.Items.Any(other => other.Id == id)
            ? [.. center.Items.Select(other => other.Id == id ? item : other)]
            : [.. center.Items, item];
        company.CostCenters.Put(center with { Items = items });
        return new ItemChange.Kept(item);
    }
}

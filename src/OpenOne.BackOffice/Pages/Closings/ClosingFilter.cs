using OpenOne.BackOffice.Pages.Parts;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>Which closings a list shows, and to whom.</summary>
/// <param name="UserId">Who looks; must belong to the organisation, each time the list is read.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Company">The digits of a company's number, to see only that one.</param>
/// <param name="Group">To see only closings in these states.</param>
/// <param name="Page">From 1.</param>
public sealed record ClosingFilter(Guid UserId, Guid OrganisationId, string? Company, ClosingGroup? Group, int Page)
{
    /// <summary>How many closings a page of the list has.</summary>
    public const int PageSize = 50;

    /// <summary>The word of a group in an address, such as <c>needs-you</c>.</summary>
    public static string Word(ClosingGroup group) => group switch
    {
        ClosingGroup.NeedsYou => "needs-you",
        ClosingGroup.OnItsWay => "on-its-way",
        ClosingGroup.Booked => "booked",
        ClosingGroup.LeftOut => "left-out",
        _ => throw new System.Diagnostics.UnreachableException($"No word for {group}."),
    };

    /// <summary>The group that a word in an address means; <see langword="null"/> for all of them.</summary>
    public static ClosingGroup? ReadGroup(string? word) =>
        Enum.GetValues<ClosingGroup>().Cast<ClosingGroup?>().FirstOrDefault(group => Word(group!.Value) == word);

    /// <summary>Where the list is that this filter shows.</summary>
    public string Address()
    {
        List<string> query = [];
        if (Company is not null)
        {
            query.Add($"company={Company}");
        }

        if (Group is { } group)
        {
            query.Add($"state={Word(group)}");
        }

        if (Page > 1)
        {
            query.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"page={Page}"));
        }

        return query.Count == 0 ? ClosingsPage.Path : $"{ClosingsPage.Path}?{string.Join('&', query)}";
    }
}

namespace OpenOne.Domain.Accounting;

/// <summary>One item of a group of cost centres (kostnadsställe), which Spiris' pages call a profit unit (resultatenhet).</summary>
/// <param name="Id">The accounting system's id; what is sent and compared.</param>
/// <param name="Name">What it was called when it was chosen; for people, and to tell them when it is called otherwise now.</param>
public sealed record CostCentre(Guid Id, string Name);

/// <summary>At most one cost centre of each of the three groups that Spiris has.</summary>
/// <remarks>Source: Spiris OpenAPI 2026-09, <c>VoucherRowApi.CostCenterItemId1</c> to <c>3</c>.</remarks>
/// <param name="First">Of the first group.</param>
/// <param name="Second">Of the second group.</param>
/// <param name="Third">Of the third group.</param>
public sealed record CostCentres(CostCentre? First, CostCentre? Second, CostCentre? Third)
{
    /// <summary>None of any group.</summary>
    public static CostCentres None { get; } = new(null, null, null);

    /// <summary>Whether there is none of any group.</summary>
    public bool AreNone => this is { First: null, Second: null, Third: null };

    /// <summary>These, and of each group that they leave open what <paramref name="general"/> says.</summary>
    public CostCentres Over(CostCentres general) => AreNone
        ? general
        : new(First ?? general.First, Second ?? general.Second, Third ?? general.Third);
}

using System.Diagnostics;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;

namespace OpenOne.Domain.Tests.Sweeps;

public sealed class MissingVoucherTests
{
    private static readonly PostedVoucher A12 = new("id-12", "A12");
    private static readonly PostedVoucher A13 = new("id-13", "A13");

    private static readonly Finding Missing = new(
        FindingKind.Missing, VoucherKey.For(A.Company, new ClosingKey("KASSA1", 118)), new(2026, 3, 14), [A12], Guid.CreateVersion7());

    public static TheoryData<string, Search, Finding> Searches => new()
    {
        { "its text was edited", new Search.FoundByContent([A13, A12], default), Missing with { Kind = FindingKind.Altered, Alteration = Alteration.Text } },
        { "another one is like it", new Search.FoundByContent([A13], default), Missing },
        { "it is not there", new Search.NotFound(DateTimeOffset.UnixEpoch), Missing },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public void A_search_says_what_is_the_matter_after_all(string story, Search search, Finding finding) =>
        MissingVoucher.After(Missing, search).ShouldBe(finding, story);

    [Fact]
    public void A_search_that_failed_or_found_the_key_is_not_judged_here()
    {
        Should.Throw<UnreachableException>(() => MissingVoucher.After(Missing, new Search.Failed("502")));
        Should.Throw<UnreachableException>(() => MissingVoucher.After(Missing, new Search.Found(A12)));
    }
}

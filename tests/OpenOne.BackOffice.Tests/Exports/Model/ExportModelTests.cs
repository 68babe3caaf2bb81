using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Exports.Model;

public sealed class ExportModelTests
{
    private const int Steps = 50;
    private const ulong SeedsOfABlock = 8;

    /// <summary>Within how many seeds a bug must be found.</summary>
    private const int Patience = 60;

    public static TheoryData<ModelBug> Bugs => [.. Enum.GetValues<ModelBug>().Except([ModelBug.None])];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_in_whatever_order_each_closing_is_in_the_books_by_at_most_one_way(int block)
    {
        for (var seed = (ulong)block * 1000; seed < (ulong)(block * 1000) + SeedsOfABlock; seed++)
        {
            var (wrong, story) = await PlayAsync(seed, ModelBug.None);
            wrong.ShouldBeNull($"seed {seed}:\n{story}");
        }
    }

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task A_bug_that_is_put_in_is_found(ModelBug bug)
    {
        var found = 0UL;
        for (var seed = 1UL; found == 0 && seed <= Patience; seed++)
        {
            // A bug may also be stopped by a constraint of the database: that is being found too.
            try
            {
                found = (await PlayAsync(seed, bug)).Wrong is { } wrong && !wrong.StartsWith("left behind", StringComparison.Ordinal) ? seed : 0;
            }
            catch (Microsoft.Data.Sqlite.SqliteException refused) when (refused.SqliteErrorCode == 19)
            {
                found = seed;
            }
        }

        found.ShouldNotBe(0UL, bug.ToString());
        TestContext.Current.TestOutputHelper!.WriteLine($"{bug} by seed {found}");
    }

    private static async Task<(string? Wrong, string Story)> PlayAsync(ulong seed, ModelBug bug)
    {
        using var nodes = await TwoNodes.OpenAsync();
        var model = new ExportModel(nodes, seed, bug);
        var wrong = await model.PlayAsync(Steps);
        return (wrong, string.Join('\n', model.Story));
    }
}

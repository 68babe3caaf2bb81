using OpenOne.Cli.BackOffice;

namespace OpenOne.Cli.Tests.Sending;

public sealed class SettledTests
{
    [Theory]
    [InlineData("booked", "", true)]
    [InlineData("corrected", "", true)]
    [InlineData("rejected", "", true)]
    [InlineData("skipped", "", true)]
    [InlineData("held", "", true)]
    [InlineData("held", "sync-sales-off", true)]
    [InlineData("held", "being-checked", false)]
    [InlineData("held", "being-checked sync-sales-off", true)]
    [InlineData("received", "", false)]
    [InlineData("sending", "", false)]
    [InlineData("uncertain", "", false)]
    public void What_nothing_more_happens_to_by_itself(string state, string codes, bool settled) =>
        new ClosingStatus(
            state, [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new HoldReason(code, null, null))], null)
            .IsSettled.ShouldBe(settled);
}

using OpenOne.Spiris.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests.Wire;

public sealed class SingleUseContentTests
{
    [Fact]
    public async Task A_body_leaves_once_and_knows_it()
    {
        using var content = new SingleUseContent("voucher"u8.ToArray(), "application/json");
        using var wire = new MemoryStream();

        content.HasBegun.ShouldBeFalse();
        await content.CopyToAsync(wire, TestContext.Current.CancellationToken);

        content.HasBegun.ShouldBeTrue();
        wire.ToArray().ShouldBe("voucher"u8.ToArray());
        content.Headers.ContentLength.ShouldBe(7);
    }

    [Fact]
    public async Task A_body_never_leaves_twice()
    {
        using var content = new SingleUseContent("voucher"u8.ToArray(), "application/json");
        using var wire = new MemoryStream();
        await content.CopyToAsync(wire, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<HttpRequestException>(() => content.CopyToAsync(wire));

        wire.Length.ShouldBe(7);
    }

    [Fact]
    public async Task A_body_that_broke_off_does_not_leave_again()
    {
        using var content = new SingleUseContent("voucher"u8.ToArray(), "application/json");
        using var broken = new MemoryStream([], writable: false);

        await Should.ThrowAsync<Exception>(() => content.CopyToAsync(broken));

        content.HasBegun.ShouldBeTrue();
        await Should.ThrowAsync<HttpRequestException>(() => content.CopyToAsync(new MemoryStream()));
    }
}

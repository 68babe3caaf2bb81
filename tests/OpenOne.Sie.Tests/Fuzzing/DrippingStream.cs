namespace OpenOne.Sie.Tests.Fuzzing;

/// <summary>Gives a few bytes at a time.</summary>
internal sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes)
{
    private int _next;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + (_next++ % 7)));
}

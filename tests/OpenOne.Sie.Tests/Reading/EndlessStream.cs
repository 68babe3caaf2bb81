using System.Text;

namespace OpenOne.Sie.Tests.Reading;

/// <summary>A beginning and then the same over and over, up to a size that nobody would store.</summary>
internal sealed class EndlessStream(string beginning, string repeated, long size) : Stream
{
    private readonly byte[] _block = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(repeated, 1 + (65_536 / repeated.Length))));
    private readonly byte[] _beginning = Encoding.Latin1.GetBytes(beginning);
    private readonly long _size = beginning.Length + (((size / repeated.Length) + 1) * repeated.Length);

    /// <summary>How often it was given.</summary>
    public long Repetitions => (_size - _beginning.Length) / repeated.Length;

    public long BytesGiven { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesGiven; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var given = BytesGiven < _beginning.Length
            ? Give(_beginning.AsSpan((int)BytesGiven), buffer.AsSpan(offset, count))
            : Give(_block.AsSpan((int)((BytesGiven - _beginning.Length) % _block.Length)), buffer.AsSpan(offset, count));
        BytesGiven += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Give(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var length = (int)Math.Min(Math.Min(source.Length, target.Length), _size - BytesGiven);
        source[..length].CopyTo(target);
        return length;
    }
}

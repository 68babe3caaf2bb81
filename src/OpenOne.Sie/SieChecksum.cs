using System.IO.Hashing;

namespace OpenOne.Sie;

/// <summary>The checksum of a SIE file (kontrollsumma, <c>#KSUMMA</c>): CRC-32 of what the records say.</summary>
/// <remarks>
/// <para>Covered: each record after the opening <c>#KSUMMA</c> up to the closing one: the label with its <c>#</c>, then
/// the content of each field, in code page 437, with nothing between. Not covered: what separates fields and records,
/// quotation marks around fields, braces, and the backslash of <c>\"</c>.</para>
/// <para>Source: SIE filformat 4B § 10.</para>
/// </remarks>
public sealed class SieChecksum
{
    private const int BlockSize = 32 * 1024;

    private readonly Crc32 _sum;
    private readonly byte[] _block = new byte[BlockSize];
    private int _length;

    /// <summary>A sum of nothing yet.</summary>
    public SieChecksum() => _sum = new Crc32();

    private SieChecksum(Crc32 sum) => _sum = sum;

    /// <summary>The sum of what was added.</summary>
    public uint Value
    {
        get
        {
            Flush();
            return _sum.GetCurrentHashAsUInt32();
        }
    }

    /// <summary>Adds a label, or the content of a field.</summary>
    public void Add(ReadOnlySpan<byte> content)
    {
        // Fields are short and the sum is fast only over long stretches, so they are gathered.
        if (content.Length > BlockSize - _length)
        {
            Flush();
            if (content.Length > BlockSize)
            {
                _sum.Append(content);
                return;
            }
        }

        content.CopyTo(_block.AsSpan(_length));
        _length += content.Length;
    }

    /// <summary>Adds a label and the content of three fields.</summary>
    internal void Add(ReadOnlySpan<byte> label, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        var length = label.Length + first.Length + second.Length + third.Length;
        if (length > BlockSize)
        {
            Add(label);
            Add(first);
            Add(second);
            Add(third);
            return;
        }

        if (length > BlockSize - _length)
        {
            Flush();
        }

        var block = _block.AsSpan(_length, length);
        label.CopyTo(block);
        block = block[label.Length..];
        first.CopyTo(block);
        block = block[first.Length..];
        second.CopyTo(block);
        third.CopyTo(block[second.Length..]);
        _length += length;
    }

    /// <summary>A second sum that goes on from here on its own.</summary>
    internal SieChecksum Fork()
    {
        Flush();
        return new(_sum.Clone());
    }

    private void Flush()
    {
        _sum.Append(_block.AsSpan(0, _length));
        _length = 0;
    }
}

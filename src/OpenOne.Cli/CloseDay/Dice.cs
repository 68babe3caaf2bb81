namespace OpenOne.Cli.CloseDay;

/// <summary>Random numbers that are the same for a seed on every machine and in every version of the runtime.</summary>
/// <remarks>Source: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most)
    {
        var span = (ulong)((long)most - least + 1);
        // The high half of a 128-bit product: a number below the span, without the slant of a remainder.
        return (int)(least + (long)Math.BigMul(Next(), span, out _));
    }

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int chance) => Between(1, 100) <= chance;

    /// <summary>True so many times in a thousand.</summary>
    public bool PerMille(int chance) => Between(1, 1000) <= chance;

    /// <summary>One of several, all as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}

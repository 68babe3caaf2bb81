namespace OpenOne.Simulation.Time;

/// <summary>Chance that one 64-bit seed determines, on every machine and in every version of .NET: SplitMix64.</summary>
/// <remarks>Source of the algorithm: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
public sealed class SimRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>From 0 to <paramref name="below"/> - 1.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>From <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>A time between two.</summary>
    public TimeSpan Between(TimeSpan first, TimeSpan last) =>
        first + TimeSpan.FromTicks((long)(Next() % (ulong)((last - first).Ticks + 1)));

    /// <summary>Whether something that happens so many times in ten thousand happens now.</summary>
    public bool Happens(int inTenThousand) => inTenThousand > 0 && Below(10_000) < inTenThousand;

    /// <summary>From 0 to 1.</summary>
    public decimal Fraction() => Below(1001) / 1000m;

    /// <summary>One of them.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Chance of its own for one part, so that what one part draws moves nothing in another.</summary>
    public SimRandom Split() => new(Next());

    /// <summary>An id.</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }
}

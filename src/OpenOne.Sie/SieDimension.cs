namespace OpenOne.Sie;

/// <summary>A way of telling rows apart beside the account (dimension, <c>#DIM</c> and <c>#UNDERDIM</c>).</summary>
/// <param name="Number">1 to 19 are reserved by the format, 20 and above are free.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The dimension it is a part of, if any.</param>
public sealed record SieDimension(int Number, string Name, int? Parent = null)
{
    /// <summary>The dimension of profit units (resultatenhet, kostnadsställe).</summary>
    public const int ProfitUnits = 1;

    /// <summary>The dimension of projects (projekt).</summary>
    public const int Projects = 6;
}

/// <summary>A value of a dimension, for example one profit unit (<c>#OBJEKT</c>).</summary>
public sealed record SieObject(int Dimension, string Number, string Name);

/// <summary>What a row or a balance belongs to: an object by its dimension and number.</summary>
public readonly record struct SieObjectReference(int Dimension, string Number);

namespace OpenOne.Sie;

/// <summary>The character sets that SIE files are found in.</summary>
public enum SieCharacters
{
    /// <summary>Whatever the bytes themselves speak for, text by text.</summary>
    Detected = 1,

    /// <summary>Code page 437, as the format says.</summary>
    Pc8 = 2,

    /// <summary>Latin-1, or Windows-1252, which has more characters in the same places.</summary>
    Latin1 = 3,

    /// <summary>UTF-8.</summary>
    Utf8 = 4,
}

namespace OpenOne.BackOffice.Mapping;

/// <summary>What can be wrong with a file of a mapping.</summary>
public enum MappingFileFault
{
    /// <summary>It is longer than a mapping needs to be.</summary>
    TooLarge = 1,

    /// <summary>It is not UTF-8.</summary>
    NotText = 2,

    /// <summary>It is neither CSV with our columns nor JSON with our members.</summary>
    NotAMapping = 3,

    /// <summary>A row is not made of a key and an account.</summary>
    NotARow = 4,

    /// <summary>The key is none that we know.</summary>
    UnknownKey = 5,

    /// <summary>The key has a row already.</summary>
    KeyTwice = 6,

    /// <summary>The account is no account number.</summary>
    NotAnAccount = 7,

    /// <summary>The file is another company's.</summary>
    OtherCompany = 8,

    /// <summary>The date is none.</summary>
    NotADate = 9,

    /// <summary>There is no row at all.</summary>
    Empty = 10,

    /// <summary>A cost centre belongs to another company, or to none.</summary>
    UnknownCostCentre = 11,
}

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="Line">The line, from 1; 0 for the file itself.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="About">What stands there.</param>
public sealed record MappingFileProblem(int Line, MappingFileFault Fault, string About);

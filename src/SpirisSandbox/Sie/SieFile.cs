namespace SpirisSandbox.Sie;

/// <summary>A SIE file of type 4: a company's chart of accounts, balances and vouchers in the Swedish exchange format.</summary>
/// <remarks>
/// Source: SIE filformat 4B, 2008-09-30. This folder knows nothing of the sandbox. Amounts are kronor, debit positive.
/// Years count from the file's own: 0 is the current one, -1 the one before.
/// </remarks>
public sealed record SieFile
{
    public string Program { get; init; } = "";

    public string ProgramVersion { get; init; } = "";

    public DateOnly? Generated { get; init; }

    public string CompanyName { get; init; } = "";

    /// <summary>With its hyphen; null when the file does not say.</summary>
    public string? OrganisationNumber { get; init; }

    public IReadOnlyList<SieYear> Years { get; init; } = [];

    public IReadOnlyList<SieAccount> Accounts { get; init; } = [];

    public IReadOnlyList<SieDimension> Dimensions { get; init; } = [];

    public IReadOnlyList<SieObject> Objects { get; init; } = [];

    /// <summary><c>#IB</c>: what the years began with.</summary>
    public IReadOnlyList<SieBalance> OpeningBalances { get; init; } = [];

    /// <summary><c>#UB</c>: what the years ended with, on accounts of the balance sheet.</summary>
    public IReadOnlyList<SieBalance> ClosingBalances { get; init; } = [];

    /// <summary><c>#RES</c>: what the years ended with, on accounts of the result.</summary>
    public IReadOnlyList<SieBalance> Results { get; init; } = [];

    public IReadOnlyList<SieVoucher> Vouchers { get; init; } = [];
}

/// <summary><c>#RAR</c>: a fiscal year.</summary>
public sealed record SieYear(int Number, DateOnly Start, DateOnly End);

/// <summary><c>#KONTO</c>: an account and its name.</summary>
public sealed record SieAccount(long Number, string Name);

/// <summary><c>#DIM</c>: something rows are told apart by. 1 is cost centres, 2 cost bearers, 6 projects.</summary>
public sealed record SieDimension(int Number, string Name);

/// <summary><c>#OBJEKT</c>: one value of a dimension, such as a cost centre.</summary>
public sealed record SieObject(int Dimension, string Number, string Name);

/// <summary><c>#IB</c>, <c>#UB</c> or <c>#RES</c> of one account.</summary>
public sealed record SieBalance(int Year, long Account, decimal Amount);

/// <summary><c>#VER</c> with its rows.</summary>
/// <param name="Series">Empty when the receiver is to choose.</param>
/// <param name="Number">Empty when the receiver is to choose.</param>
public sealed record SieVoucher(
    string Series, string Number, DateOnly Date, string Text, DateOnly? Registered, IReadOnlyList<SieRow> Rows);

/// <summary><c>#TRANS</c>: a row of a voucher.</summary>
public sealed record SieRow(long Account, IReadOnlyList<SieObjectReference> Objects, decimal Amount, string Text);

/// <summary>The object a row belongs to.</summary>
public sealed record SieObjectReference(int Dimension, string Number);

namespace OpenOne.Sie;

/// <summary>Everything that can be found in a file.</summary>
/// <remarks>The names are stable: programs and translations go by them. What each says and how much it matters stands in
/// <see cref="SieProblemWords"/>.</remarks>
public enum SieProblem
{
    // What the file is.
    EmptyFile = 1,
    CompressedFile,
    Sie5File,
    WebPage,
    OtherFormat,
    Utf16File,
    NoRecords,
    TooLarge,

    // Characters and lines.
    NulBytes,
    ControlCharacters,
    NotPc8,
    MixedCharacters,
    LoneCarriageReturn,
    LineTooLong,
    NotARecord,
    StrayBrace,

    // Fields.
    UnknownLabel,
    LowerCaseLabel,
    TooManyFields,
    UnterminatedQuote,
    StrayQuote,
    DoubledQuote,
    UnterminatedList,
    UnpairedObject,
    ListMissing,
    FieldMissing,
    NotAnAmount,
    NotADate,
    NotANumber,
    NotAnAccount,
    ToleratedAmount,
    ToleratedDate,
    TooMany,

    // Identification.
    FlagMissing,
    FlagSet,
    KindMissing,
    UnknownKind,
    RecordMissing,
    RecordRepeated,
    OrganisationNumberInvalid,
    ForeignCurrency,

    // Chart and vouchers.
    UnknownAccountType,
    AccountRepeated,
    AccountNotDeclared,
    VouchersNotExpected,
    VoucherUnbalanced,
    VoucherWithoutRows,
    VoucherLeftOut,
    VoucherOutOfOrder,
    DateOutsideYears,
    RowOutsideVoucher,
    BlockNotOpened,
    BlockNotClosed,
    TooManyRows,
    AddedRowAlone,
    BalanceDoesNotFollow,

    // The end.
    Truncated,
    ChecksumWrong,
    ChecksumOfOwnBytes,
    ChecksumSigned,
    ChecksumNotOpened,
    RecordsAfterChecksum,
}

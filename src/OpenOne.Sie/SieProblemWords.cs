using System.Globalization;

namespace OpenOne.Sie;

/// <summary>How much each problem matters, and one English sentence about it.</summary>
public static class SieProblemWords
{
    private static readonly Dictionary<SieProblem, (SieSeverity Severity, string Sentence)> _words = new()
    {
        [SieProblem.EmptyFile] = (SieSeverity.Error, "The file is empty."),
        [SieProblem.CompressedFile] = (SieSeverity.Error, "The file is an archive; unpack it first."),
        [SieProblem.Sie5File] = (SieSeverity.Error, "The file is XML, perhaps SIE 5; export it as SIE 4."),
        [SieProblem.WebPage] = (SieSeverity.Error, "The file is a web page, perhaps an error message; download it again."),
        [SieProblem.OtherFormat] = (SieSeverity.Error, "The file is {0}, not SIE."),
        [SieProblem.Utf16File] = (SieSeverity.Error, "The file is stored as UTF-16; export it anew instead of saving it in an editor."),
        [SieProblem.NoRecords] = (SieSeverity.Error, "The file is not SIE: no line of its beginning is a record."),
        [SieProblem.TooLarge] = (SieSeverity.Error, "The file is larger than {0}; the rest was not read."),
        [SieProblem.NulBytes] = (SieSeverity.Error, "There are NUL bytes: the file is damaged."),
        [SieProblem.ControlCharacters] = (SieSeverity.Warning, "There are control characters; they were read as spaces."),
        [SieProblem.NotPc8] = (SieSeverity.Notice, "The file is stored as {0}, where the format asks for PC8."),
        [SieProblem.MixedCharacters] = (SieSeverity.Warning, "The file mixes character sets; here it is {0}."),
        [SieProblem.LoneCarriageReturn] = (SieSeverity.Notice, "Lines end in a carriage return alone."),
        [SieProblem.LineTooLong] = (SieSeverity.Error, "The line is longer than {0} bytes; it was left out."),
        [SieProblem.NotARecord] = (SieSeverity.Warning, "The line is no record and was left out: {0}"),
        [SieProblem.StrayBrace] = (SieSeverity.Warning, "There is a brace here that belongs to no voucher."),
        [SieProblem.UnknownLabel] = (SieSeverity.Notice, "{0} is no record of SIE and was passed over."),
        [SieProblem.LowerCaseLabel] = (SieSeverity.Notice, "{0} should be written in capitals."),
        [SieProblem.TooManyFields] = (SieSeverity.Error, "{0} has more fields than can be meant; the rest was left out."),
        [SieProblem.UnterminatedQuote] = (SieSeverity.Warning, "A quotation mark is not closed; the text was read to the end of the line."),
        [SieProblem.StrayQuote] = (SieSeverity.Warning, "A quotation mark within a text is not escaped; it was read as part of the text."),
        [SieProblem.DoubledQuote] = (SieSeverity.Notice, "A quotation mark is doubled instead of escaped."),
        [SieProblem.UnterminatedList] = (SieSeverity.Warning, "A list of objects is not closed."),
        [SieProblem.UnpairedObject] = (SieSeverity.Warning, "A list of objects names {0} without its other half; it was left out."),
        [SieProblem.ListMissing] = (SieSeverity.Warning, "{0} lacks its list of objects; none was assumed."),
        [SieProblem.FieldMissing] = (SieSeverity.Error, "{0} lacks a field."),
        [SieProblem.NotAnAmount] = (SieSeverity.Error, "{0} is no amount."),
        [SieProblem.NotADate] = (SieSeverity.Error, "{0} is no date."),
        [SieProblem.NotANumber] = (SieSeverity.Error, "{0} is no number."),
        [SieProblem.NotAnAccount] = (SieSeverity.Warning, "{0} is an account number that is not digits."),
        [SieProblem.ToleratedAmount] = (SieSeverity.Warning, "{0} is not how SIE writes an amount; it was read all the same."),
        [SieProblem.ToleratedDate] = (SieSeverity.Warning, "{0} is not how SIE writes a date; it was read all the same."),
        [SieProblem.TooMany] = (SieSeverity.Error, "There are more {0} records than can be meant; the rest was left out."),
        [SieProblem.FlagMissing] = (SieSeverity.Warning, "#FLAGGA is missing."),
        [SieProblem.FlagSet] = (SieSeverity.Warning, "#FLAGGA is {0}: somebody has imported this file already."),
        [SieProblem.KindMissing] = (SieSeverity.Warning, "#SIETYP is missing; the format then says type 1."),
        [SieProblem.UnknownKind] = (SieSeverity.Error, "There is no SIE type {0}."),
        [SieProblem.RecordMissing] = (SieSeverity.Warning, "{0} is missing."),
        [SieProblem.RecordRepeated] = (SieSeverity.Warning, "{0} comes twice and says something else the second time; the first counts."),
        [SieProblem.OrganisationNumberInvalid] = (SieSeverity.Warning, "{0} is no organisation number: its check digit is wrong."),
        [SieProblem.ForeignCurrency] = (SieSeverity.Warning, "The books are kept in {0}, not in SEK."),
        [SieProblem.UnknownAccountType] = (SieSeverity.Warning, "{0} is no type of account; there are T, S, K and I."),
        [SieProblem.AccountRepeated] = (SieSeverity.Warning, "Account {0} is declared twice under different names; the first counts."),
        [SieProblem.AccountNotDeclared] = (SieSeverity.Notice, "Account {0} is used and not declared."),
        [SieProblem.VouchersNotExpected] = (SieSeverity.Warning, "A file of type {0} should hold no vouchers."),
        [SieProblem.VoucherUnbalanced] = (SieSeverity.Error, "The voucher does not balance: debit exceeds credit by {0}."),
        [SieProblem.VoucherWithoutRows] = (SieSeverity.Notice, "The voucher has no rows."),
        [SieProblem.VoucherLeftOut] = (SieSeverity.Error, "The voucher was left out: {0}."),
        [SieProblem.VoucherOutOfOrder] = (SieSeverity.Warning, "Voucher {0} does not come after the one before it in its series."),
        [SieProblem.DateOutsideYears] = (SieSeverity.Warning, "{0} is in none of the fiscal years of the file."),
        [SieProblem.RowOutsideVoucher] = (SieSeverity.Error, "A row stands outside of a voucher and was left out."),
        [SieProblem.BlockNotOpened] = (SieSeverity.Warning, "The rows of the voucher do not begin with a brace."),
        [SieProblem.BlockNotClosed] = (SieSeverity.Warning, "The rows of the voucher before this line do not end with a brace."),
        [SieProblem.TooManyRows] = (SieSeverity.Error, "The voucher has more than {0} rows and was left out."),
        [SieProblem.AddedRowAlone] = (SieSeverity.Warning, "#RTRANS is not repeated as #TRANS; it was left out, as the format says."),
        [SieProblem.BalanceDoesNotFollow] = (SieSeverity.Warning, "Opening balance and vouchers do not add up to the closing balance: {0}."),
        [SieProblem.Truncated] = (SieSeverity.Error, "The file is cut short: {0}."),
        [SieProblem.ChecksumWrong] = (SieSeverity.Warning, "The checksum is not that of the file, which was altered or written wrongly: {0}."),
        [SieProblem.ChecksumOfOwnBytes] = (SieSeverity.Notice, "The checksum is right for the bytes of the file, and not for PC8 as the format says."),
        [SieProblem.ChecksumSigned] = (SieSeverity.Notice, "The checksum is right, and written as a negative number."),
        [SieProblem.ChecksumNotOpened] = (SieSeverity.Warning, "There is a checksum, and no #KSUMMA before the records that says where it begins."),
        [SieProblem.RecordsAfterChecksum] = (SieSeverity.Warning, "There are records after the checksum."),
    };

    /// <summary>How much it matters.</summary>
    public static SieSeverity Severity(this SieProblem problem) => _words[problem].Severity;

    /// <summary>One sentence in English.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="detail">The label, value or amount in question.</param>
    public static string Sentence(this SieProblem problem, string detail) =>
        string.Format(CultureInfo.InvariantCulture, _words[problem].Sentence, detail);
}

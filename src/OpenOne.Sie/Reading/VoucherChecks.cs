using System.Globalization;

namespace OpenOne.Sie.Reading;

/// <summary>What must hold for each voucher, and for the file that has them.</summary>
internal sealed class VoucherChecks(SieFindings findings, ChartReading chart)
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private bool _hasVouchers;

    /// <summary>Looks at a voucher that was read.</summary>
    public void Check(SieVoucher voucher, SieIdentification identification)
    {
        _hasVouchers = true;
        if (voucher.Rows.IsEmpty)
        {
            findings.Add(voucher.Line, SieProblem.VoucherWithoutRows);
        }

        if (voucher.Difference() is var difference && difference != 0)
        {
            findings.Add(voucher.Line, SieProblem.VoucherUnbalanced, SieAmount.Kronor(difference));
        }

        if (!identification.Years.IsEmpty && !identification.Years.Any(year => year.Contains(voucher.Date)))
        {
            findings.Add(voucher.Line, SieProblem.DateOutsideYears, voucher.Date.ToString("O", CultureInfo.InvariantCulture));
        }

        CheckNumber(voucher);
        foreach (ref readonly var row in voucher.Rows.AsSpan())
        {
            chart.Use(row.Account, voucher.Line, findings);
        }
    }

    /// <summary>Looks at the file as a whole.</summary>
    public void Complete(SieIdentification identification)
    {
        if (_hasVouchers && identification.Kind is not (SieKind.Ledger or SieKind.Import))
        {
            findings.Add(0, SieProblem.VouchersNotExpected, ((int)identification.Kind).ToString(CultureInfo.InvariantCulture));
        }
    }

    private void CheckNumber(SieVoucher voucher)
    {
        if (!long.TryParse(voucher.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        if (_numbers.TryGetValue(voucher.Series, out var last) && number <= last)
        {
            findings.Add(voucher.Line, SieProblem.VoucherOutOfOrder, voucher.Series + voucher.Number);
        }

        if (_numbers.Count < SieLimits.MaxOfChart || _numbers.ContainsKey(voucher.Series))
        {
            _numbers[voucher.Series] = number;
        }
    }
}

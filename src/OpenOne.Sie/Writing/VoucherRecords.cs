using OpenOne.Sie.Characters;

namespace OpenOne.Sie.Writing;

/// <summary>Vouchers and their rows.</summary>
internal static class VoucherRecords
{
    public static void Write(RecordOutput records, SieVoucher voucher)
    {
        // What is empty when it is written is left out, and some texts are only then.
        var signed = !PlainText.LeavesNothing(voucher.Sign);
        records.Label("#VER"u8).Code(voucher.Series).Code(voucher.Number).Date(voucher.Date);
        if (signed || voucher.Registered is not null || !PlainText.LeavesNothing(voucher.Text))
        {
            records.Text(voucher.Text);
        }

        if (voucher.Registered is { } registered)
        {
            records.Date(registered);
        }
        else if (signed)
        {
            records.Text("");
        }

        if (signed)
        {
            records.Text(voucher.Sign);
        }

        records.End();
        records.Line("{"u8);
        foreach (ref readonly var row in voucher.Rows.AsSpan())
        {
            Write(records, in row);
        }

        records.Line("}"u8);
    }

    private static void Write(RecordOutput records, in SieRow row)
    {
        if (row.IsPlain && records.TryUsualRow(row.Account, row.AmountOre, row.Text))
        {
            return;
        }

        ChartRecords.CheckNumber(row.Account);
        switch (row.Kind)
        {
            case SieRowKind.Removed:
                Write(records, "#BTRANS"u8, in row);
                break;
            case SieRowKind.Added:
                // Whoever does not know of added rows finds the same as an ordinary one (SIE filformat 4B § 11, #RTRANS).
                Write(records, "#RTRANS"u8, in row);
                Write(records, "#TRANS"u8, in row);
                break;
            default:
                Write(records, "#TRANS"u8, in row);
                break;
        }
    }

    private static void Write(RecordOutput records, ReadOnlySpan<byte> label, in SieRow row)
    {
        records.Label(label).Code(row.Account).Objects(row.Objects.AsSpan()).Amount(row.AmountOre);

        // Fields that are empty are left out at the end, and only there.
        var signed = !PlainText.LeavesNothing(row.Sign);
        var counted = signed || row.Quantity is not null;
        var described = counted || !PlainText.LeavesNothing(row.Text);
        if (row.Date is { } date)
        {
            records.Date(date);
        }
        else if (described)
        {
            records.Text("");
        }

        if (described)
        {
            records.Text(row.Text);
        }

        if (row.Quantity is { } quantity)
        {
            records.Quantity(quantity);
        }
        else if (counted)
        {
            records.Text("");
        }

        if (signed)
        {
            records.Text(row.Sign);
        }

        records.End();
    }
}

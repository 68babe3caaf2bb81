using System.Text;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Exports;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Exports;

/// <summary>What stands in the file.</summary>
public sealed class ExportFileTests
{
    private static readonly DateTimeOffset _made = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    /// <summary>Golden: an evening that has everything, with its invoices left to Spiris and no cash counted.</summary>
    [Fact]
    public void The_made_up_evening_is_this_file_to_the_byte()
    {
        var file = ExportFile.Write(CompanyOf(), Draft(ExportGrouping.EachClosing, Uncounted()), null, ExportCentres.None, 1, _made);

        var golden = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Exports", "z1284.si"));
        Text(file).ShouldBe(Text(golden));
        file.ShouldBe(golden);
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes()
    {
        var draft = Draft(ExportGrouping.EachClosing, Uncounted());

        ExportFile.Write(CompanyOf(), draft, null, ExportCentres.None, 1, _made).ShouldBe(ExportFile.Write(CompanyOf(), draft, null, ExportCentres.None, 1, _made));
    }

    [Fact]
    public void Profit_units_stand_as_the_first_dimension_and_keep_rows_of_one_account_apart()
    {
        var unit = new CostCentre(Guid.CreateVersion7(), "Terrassen");
        var (bar, room) = (WithUnit("BAR", 7, unit), WithUnit("SAL", 9, null));
        var centres = new ExportCentres(["Ställe", "Bärare", "Tredje"], new Dictionary<Guid, string> { [unit.Id] = "T" });

        var file = Text(ExportFile.Write(CompanyOf(), Draft(ExportGrouping.CompanyAndDay, bar, room), null, centres, 1, _made));

        file.ShouldContain("#DIM 1 \"Ställe\"\r\n#OBJEKT 1 \"T\" \"Terrassen\"");
        file.ShouldContain("#TRANS 3002 {1 \"T\"} -100.00");
        file.ShouldContain("#TRANS 3002 {} -100.00");
    }

    [Fact]
    public void Registers_of_one_day_become_one_voucher_when_that_is_asked_for()
    {
        var (bar, room) = (Composed("BAR", 7, day: 14, store: "Storgatan"), Composed("SAL", 9, day: 14, store: "Torget"));
        var next = Composed("BAR", 8, day: 15, store: "Storgatan");

        Texts(ExportGrouping.EachClosing, bar, room, next).ShouldBe(
            ["Dagskassa 2026-03-14 Z 7 BAR", "Dagskassa 2026-03-14 Z 9 SAL", "Dagskassa 2026-03-15 Z 8 BAR"]);
        Texts(ExportGrouping.StoreAndDay, bar, room, next).ShouldBe(
            ["Dagskassa 2026-03-14 Z 7 BAR", "Dagskassa 2026-03-14 Z 9 SAL", "Dagskassa 2026-03-15 Z 8 BAR"]);
        Texts(ExportGrouping.StoreAndDay, bar, room with { Store = "Storgatan" }, next).ShouldBe(
            ["Dagskassa 2026-03-14 Storgatan Z 7 BAR, Z 9 SAL", "Dagskassa 2026-03-15 Z 8 BAR"]);
        Texts(ExportGrouping.CompanyAndDay, bar, room, next).ShouldBe(
            ["Dagskassa 2026-03-14 Z 7 BAR, Z 9 SAL", "Dagskassa 2026-03-15 Z 8 BAR"]);
    }

    [Fact]
    public void However_they_are_put_together_the_totals_per_account_are_the_same()
    {
        ComposedClosing[] closings = [Composed("BAR", 7, 14, "Storgatan"), Composed("SAL", 9, 14, "Storgatan"), Composed("BAR", 8, 15, "Storgatan")];

        var totals = Enum.GetValues<ExportGrouping>().Select(grouping => Draft(grouping, closings).Totals().ToList()).ToList();

        totals.ShouldAllBe(total => total.SequenceEqual(totals[0]));
        Enum.GetValues<ExportGrouping>().ShouldAllBe(grouping => Draft(grouping, closings).ClosingCount == 3);
    }

    private static IEnumerable<string> Texts(ExportGrouping grouping, params ComposedClosing[] closings) =>
        Draft(grouping, closings).Vouchers.Select(entry => entry.Voucher.Text);

    private static ExportDraft Draft(ExportGrouping grouping, params ComposedClosing[] closings) => new(
        new ExportOrder(Guid.Empty, closings[0].Voucher.Date, closings[^1].Voucher.Date, grouping, null),
        ExportGroups.Of(grouping, closings), [], []);

    private static ComposedClosing Composed(string register, int zNumber, int day, string store)
    {
        var closing = A.Closing.Of(register, zNumber).On(2026, 3, day).Sold("food", 12, 112_00).Sold("beer", 25, 125_00).Paid("card", 237_00).Build();
        var composed = (Composition.Composed)VoucherComposer.Compose(closing, A.Mapping.Build(), A.Terms);
        return new(Guid.CreateVersion7(), closing.Key, store, composed.Voucher, 1);
    }

    private static ComposedClosing WithUnit(string register, int zNumber, CostCentre? unit)
    {
        var key = VoucherKey.For(A.Company, new(register, zNumber));
        VoucherRow[] rows =
        [
            VoucherRow.From(AccountNumber.From(1686), Domain.Money.FromOre(100_00), "Kort")!,
            VoucherRow.From(AccountNumber.From(3002), Domain.Money.FromOre(-100_00), "Mat", unit is null ? null : new(unit, null, null))!,
        ];
        var voucher = ((Balancing.Balanced)Voucher.Balance(key, new(2026, 3, 14), VoucherSeries.Parse("A"), $"Dagskassa {key.Marker}", rows)).Voucher;
        return new(Guid.CreateVersion7(), new(register, zNumber), "", voucher, 1);
    }

    private static ComposedClosing Uncounted()
    {
        var evening = MadeUpEvening.Z1284;
        var report = evening.Report with { Cash = null };
        var closing = ((Reconciliation.Reconciled)Closing.Reconcile(report, evening.Company)).Closing;
        var composed = (Composition.Composed)VoucherComposer.Compose(closing, evening.Mapping, evening.Terms(invoicesInSpiris: true));
        return new(Guid.Empty, closing.Key, "", composed.Voucher, 1);
    }

    private static Company CompanyOf() => new()
    {
        OrganisationId = Guid.Empty,
        OrganisationNumber = MadeUpEvening.Z1284.Company,
        Name = "Restaurang Exempel AB",
    };

    private static string Text(byte[] file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(437).GetString(file);
    }
}

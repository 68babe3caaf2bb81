using System.Globalization;
using OpenOne.BackOffice.Companies;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;
using OpenOne.Testing;

namespace OpenOne.Simulation.Running;

/// <summary>The companies of a run, and what their registers printed.</summary>
internal static class SimCompanies
{
    private static readonly DateOnly _first = new(2026, 3, 1);

    /// <summary>Makes the companies in the database, and draws their closings.</summary>
    public static List<RawClosing> Make(SimDatabase database, Scenario scenario, SimRandom random)
    {
        var raw = new List<RawClosing>();
        for (var number = 0; number < scenario.Companies; number++)
        {
            var company = new Company
            {
                Id = Id(number),
                OrganisationId = Guid.Empty,
                OrganisationNumber = Numbered(number),
                Name = "",
            };
            company.ChooseTransfer(true, _first, VoucherSeries.Parse("A"));
            company.ChooseMode(scenario.ApprovesFirst ? TransferMode.ApproveFirst : TransferMode.Automatic);
            database.Add(company, A.Mapping.Build());
            var alike = random.Happens(3000);
            var closings = scenario.Backlog is { } backlog && backlog.Company == number ? backlog.Closings : scenario.Closings;
            for (var day = 0; day < closings; day++)
            {
                raw.Add(Draw(number, day, alike, random));
            }
        }

        return raw;
    }

    /// <summary>The company's number in the run.</summary>
    public static int NumberOf(Company company) => BitConverter.ToInt32(company.Id.ToByteArray(), 0);

    /// <summary>The company's id.</summary>
    public static Guid Id(int number) => new(number, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1);

    /// <summary>A date as Spiris writes it.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The closing as the product reads it.</summary>
    public static Closing Read(RawClosing raw)
    {
        var report = A.Closing.Of(raw.Register, raw.ZNumber).On(raw.Date.Year, raw.Date.Month, raw.Date.Day)
            .PrintedFor(Numbered(raw.Company).ToString());
        report = raw.Net25 == 0 ? report : report.Sold("drinks", 25, raw.Net25 + raw.Vat25, raw.Vat25);
        report = raw.Net12 == 0 ? report : report.Sold("food", 12, raw.Net12 + raw.Vat12, raw.Vat12);
        report = raw.Cash == 0 ? report : report.Paid("cash", raw.Cash);
        return (raw.Paid == raw.Cash ? report : report.Paid("card", raw.Paid - raw.Cash)).Build();
    }

    /// <summary>Two closings a day, of one register or of two, and in some companies all exactly alike.</summary>
    private static RawClosing Draw(int company, int day, bool alike, SimRandom random)
    {
        var net25 = alike ? 400_00 : random.Between(0, 9_999) * 100L;
        var net12 = alike ? 1000_00 : random.Between(1, 9_999) * 100L;
        var paid = net25 + (net25 / 4) + net12 + (net12 / 25 * 3);
        var register = random.Happens(2000) ? "BAR2" : "KASSA1";
        return new(company, register, day + 1, _first.AddDays(day / 2), net25, net12, alike ? 0 : random.Between(0, (int)paid));
    }

    /// <summary>An organisation number with its check digit.</summary>
    private static OrganisationNumber Numbered(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"5599{number + 10000:00000}");
        for (var check = 0; check < 10; check++)
        {
            if (OrganisationNumber.TryParse($"{digits}{check}", out var numbered))
            {
                return numbered;
            }
        }

        throw new InvalidOperationException($"{digits} has no check digit.");
    }
}

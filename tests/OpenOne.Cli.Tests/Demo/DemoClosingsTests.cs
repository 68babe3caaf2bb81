using OpenOne.Cli.Demo;
using OpenOne.Cli.Tests.CloseDay;

namespace OpenOne.Cli.Tests.Demo;

public class DemoClosingsTests
{
    [Fact]
    public void They_are_the_evenings_of_the_two_demo_companies() =>
        DemoClosings.All.Select(one => (one.OrganisationNumber, one.ZNumber, one.BusinessDate, one.Total)).ShouldBe(
        [
            ("559998-1239", 64, "2021-05-05", 2_040.00m),
            ("559998-1239", 65, "2021-05-06", 3_418.00m),
            ("559998-1239", 66, "2021-05-07", 5_576.60m),
            ("559998-1239", 67, "2021-05-08", 26_123.20m),
            ("559998-1239", 68, "2021-05-09", 10_553.80m),
            ("559999-9991", 1284, "2026-11-20", 62_350.75m),
        ]);

    [Fact]
    public void Each_of_them_keeps_the_rules_of_the_contract()
    {
        foreach (var closing in DemoClosings.All)
        {
            var document = ClosingJson.Read(closing.Content.Span);
            ContractRules.Broken(document, company: closing.OrganisationNumber!).ShouldBeEmpty(closing.Source);
        }
    }
}

using System.CommandLine;
using System.Globalization;
using OpenOne.Cli.BackOffice;
using OpenOne.Cli.Sending;

namespace OpenOne.Cli.Sie;

/// <summary><c>openone sie export</c>: has BackOffice make a SIE file of a period, and stores it.</summary>
internal static class ExportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var server = AddressOption.Create("--server", "Address of BackOffice", AddressOption.BackOffice);
        var companyKey = new CompanyKey();
        var from = Day("--from", "The first business date, YYYY-MM-DD");
        var to = Day("--to", "The last business date, YYYY-MM-DD");
        var grouping = new Option<string>("--grouping")
        {
            Description = "What becomes one voucher: closing, store-and-day or company-and-day",
            HelpName = "grouping",
            DefaultValueFactory = _ => "closing",
        };
        grouping.AcceptOnlyFromAmong("closing", "store-and-day", "company-and-day");
        var series = new Option<string?>("--series") { Description = "The series that the vouchers name", HelpName = "series" };
        var output = new Option<string?>("--output")
        {
            Description = "The file to write, which must not be there; otherwise the name that BackOffice gives it",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Print what BackOffice says of the export as JSON" };
        var command = new Command(
            "export", "Has BackOffice make a SIE file of a period's closings. What it holds is not transferred to Spiris any more.")
        {
            server, from, to, grouping, series, output, json,
        };
        companyKey.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetRequiredValue(server);
            if (companyKey.Find(parsed, address, surroundings) is not { } key)
            {
                return (int)surroundings.Complain(ExitCode.Usage, CompanyKey.Missing);
            }

            // Looked at before anything is exported, which cannot be undone by asking again.
            if (parsed.GetValue(output) is { } wanted && File.Exists(Path.Combine(surroundings.Directory, wanted)))
            {
                return (int)surroundings.Complain(ExitCode.Usage, $"{wanted} is there already. Nothing was exported.");
            }

            using var http = BackOfficeApi.Connect(address);
            var exported = await new ExportsApi(http, key).MakeAsync(
                parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetRequiredValue(grouping), parsed.GetValue(series),
                cancellation);
            return (int)Tell(exported, parsed.GetValue(output), parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static ExitCode Tell(Exported exported, string? output, bool json, Surroundings surroundings)
    {
        switch (exported)
        {
            case Exported.Made made:
                return Store(made, output ?? Path.GetFileName(made.FileName), json, surroundings);
            case Exported.Refused(var problem):
                return surroundings.Complain(
                    ExitCode.Refused,
                    string.Join(Environment.NewLine, [problem.Sentences, .. problem.Particulars]));
            case Exported.Unavailable(var reason):
                return surroundings.Complain(
                    ExitCode.Unreachable, $"{reason} Look under Finance > SIE export whether the export was made before asking again.");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static ExitCode Store(Exported.Made made, string name, bool json, Surroundings surroundings)
    {
        try
        {
            using var file = new FileStream(Path.Combine(surroundings.Directory, name), FileMode.CreateNew, FileAccess.Write);
            file.Write(made.File);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return surroundings.Complain(
                ExitCode.Usage, $"The export is made, and {name} could not be written: {failure.Message} Download it under Finance > SIE export.");
        }

        surroundings.Output.WriteLine(json
            ? made.Json.GetRawText()
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: export {made.Json.Member("number")}, {made.Json.Member("closings")} closings in {made.Json.Member("vouchers")} vouchers, {made.Json.Member("total")} kronor. Import it once."));
        return ExitCode.Done;
    }

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "date",
        Required = true,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} is a date, as 2026-11-20.");
            return default;
        },
    };
}

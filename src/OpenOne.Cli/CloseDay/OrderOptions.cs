using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenOne.Cli.CloseDay;

/// <summary>The options that say which closing is wanted.</summary>
internal sealed partial class OrderOptions(TimeProvider clock)
{
    private readonly Option<string> _profile = new("--profile")
    {
        Description = "Kind of house",
        DefaultValueFactory = _ => Profiles.Restaurant.Name,
    };

    private readonly Option<DateOnly?> _date = new("--date")
    {
        Description = "Business date; today in Sweden if not given, which before six in the morning is still yesterday",
        HelpName = "yyyy-MM-dd",
        CustomParser = ReadDate,
    };

    private readonly Option<string> _organisationNumber = new("--organisation-number")
    {
        Description = "The company",
        HelpName = "NNNNNN-NNNN",
        DefaultValueFactory = _ => "559999-9991",
    };

    private readonly Option<string> _register = new("--register")
    {
        Description = "Designation of the cash register (kassabeteckning), at most 16 characters",
        HelpName = "register",
        DefaultValueFactory = _ => "EXEMPEL1",
    };

    private readonly Option<int?> _zNumber = new("--z")
    {
        Description = "Number of the Z-report; if not given counted from the date, one a day: 2026-11-21 is 1285",
        HelpName = "number",
    };

    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "Which of all possible evenings; the Z number if not given",
        HelpName = "number",
    };

    public void AddTo(Command command)
    {
        _profile.AcceptOnlyFromAmong([.. Profiles.All.Select(profile => profile.Name)]);
        Check(_organisationNumber, "An organisation number is written NNNNNN-NNNN.", OrganisationNumber().IsMatch);
        Check(_register, "--register is 1 to 16 characters.", register => register is { Length: >= 1 and <= 16 });
        Check(_zNumber, "--z is a number from 1 to 999999999.", number => number is null or (>= 1 and <= 999_999_999));
        _date.Validators.Add(RequireNumberBeforeSeries);
        command.Options.Add(_profile);
        command.Options.Add(_date);
        command.Options.Add(_organisationNumber);
        command.Options.Add(_register);
        command.Options.Add(_zNumber);
        command.Options.Add(_seed);
    }

    public ClosingOrder Read(ParseResult parsed)
    {
        var date = DateOf(parsed.GetValue(_date));
        var zNumber = parsed.GetValue(_zNumber) ?? ClosingOrder.NumberOf(date);
        return new ClosingOrder(
            Profiles.All.Single(profile => profile.Name == parsed.GetValue(_profile)),
            parsed.GetValue(_seed) ?? (ulong)zNumber,
            parsed.GetRequiredValue(_organisationNumber),
            parsed.GetRequiredValue(_register),
            zNumber,
            date);
    }

    private DateOnly DateOf(DateOnly? given) => given ?? SwedishTime.BusinessDate(clock.GetUtcNow());

    private void RequireNumberBeforeSeries(OptionResult result)
    {
        if (result.GetResult(_zNumber) is null && result.Tokens is [var text]
            && Date(text.Value) is { } date && ClosingOrder.NumberOf(date) < 1)
        {
            result.AddError("The series that Z numbers are counted in begins 2023-05-17: give --z before that.");
        }
    }

    private static void Check<T>(Option<T> option, string error, Func<T, bool> isValid) =>
        option.Validators.Add(result =>
        {
            if (!isValid(result.GetValueOrDefault<T>()))
            {
                result.AddError(error);
            }
        });

    private static DateOnly? ReadDate(ArgumentResult argument)
    {
        if (Date(argument.Tokens[0].Value) is { } date)
        {
            return date;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is not a date such as 2026-11-20.");
        return null;
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    [GeneratedRegex(@"^\d{6}-?\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex OrganisationNumber();
}

using System.Collections.Immutable;
using System.Globalization;
using OpenOne.BackOffice.Books;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Readiness;

/// <summary>What came of asking Spiris about a company.</summary>
internal abstract record BooksAnswer
{
    private BooksAnswer()
    {
    }

    /// <summary>Everything was told or refused: the picture is up to date.</summary>
    public sealed record Told(BooksReading Reading) : BooksAnswer;

    /// <summary>We are let in no more.</summary>
    public sealed record AccessLost(string Problem) : BooksAnswer;

    /// <summary>Not just now. Nothing is concluded from half of the answers.</summary>
    public sealed record Unavailable(string Problem) : BooksAnswer;
}

/// <summary>Asks Spiris, part by part, for all that decides whether a company's closings can be booked there.</summary>
/// <remarks>A part that Spiris refuses stays as it was known before, and the refusal is a finding of its own.</remarks>
internal sealed class BooksQuestion(SpirisCompany spiris, BooksFacts known)
{
    private BooksReading _reading = new(known with { Refusals = [], MissingScopes = [] });
    private BooksAnswer? _end;

    /// <summary>Asks.</summary>
    /// <param name="access">Gives the token, whose scopes are looked at.</param>
    /// <param name="yearsNeeded">Which of the years need their charts.</param>
    /// <param name="look">What to look for among the vouchers; <see langword="null"/> to leave them be this time.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<BooksAnswer> AskAsync(
        SpirisAccessSource access, Func<ImmutableArray<BooksYearFacts>, IEnumerable<BooksYearFacts>> yearsNeeded, VoucherLook? look,
        CancellationToken cancellation)
    {
        if (await access(null, cancellation) is SpirisAccess.Open(var token) && GrantedScopes.Of(token) is { } granted)
        {
            Facts = Facts with { MissingScopes = GrantedScopes.MissingFrom(granted) };
        }

        Take(await spiris.ReadSettingsAsync(cancellation), settings => Facts = Facts with { Company = Of(settings) });

        // Without that module every other answer is the same refusal.
        if (_end is null && Facts.Refusals.All(refusal => refusal.Because is not RefusedBecause.NoIntegration))
        {
            await AskAboutUserAsync(cancellation);
            await AskAboutChartsAsync(yearsNeeded, cancellation);
            Take(await SkippingAsync(() => spiris.ReadCostCentersAsync(cancellation)), Take);
            if (look is not null)
            {
                Take(await SkippingAsync(() => look.ReadAsync(spiris, cancellation)), seen =>
                    Facts = Facts with { Series = seen.Series, Outside = seen.Outside });
            }
        }

        return _end ?? new BooksAnswer.Told(_reading);
    }

    private BooksFacts Facts
    {
        get => _reading.Facts;
        set => _reading = _reading with { Facts = value };
    }

    private async Task AskAboutUserAsync(CancellationToken cancellation)
    {
        Take(await SkippingAsync(() => spiris.ReadCurrentUserAsync(cancellation)), user =>
            Facts = Facts with { User = new BooksUser(user.Email ?? $"{user.FirstName} {user.LastName}".Trim(), Facts.User?.MayWrite) });
        if (Facts.Company is { IsActive: false })
        {
            // Nobody may write there, which says nothing of the user.
            return;
        }

        switch (await SkippingAsync(() => spiris.TellActiveAsync(cancellation)))
        {
            case SpirisAnswer<bool>.Read:
                Facts = Facts with { User = (Facts.User ?? new BooksUser("", null)) with { MayWrite = true } };
                break;
            case SpirisAnswer<bool>.Refused(var code, var said)
                when ReadinessMeaning.MeaningOf(code, said) is RefusedBecause.UserMayNot:
                Facts = Facts with { User = (Facts.User ?? new BooksUser("", null)) with { MayWrite = false } };
                break;
            case SpirisAnswer<bool>.Refused:
                // Whatever else it is, it says nothing of the user, and what it does say the other questions say as well.
                break;
            case { } other:
                Take(other, _ => { });
                break;
        }
    }

    private async Task AskAboutChartsAsync(
        Func<ImmutableArray<BooksYearFacts>, IEnumerable<BooksYearFacts>> yearsNeeded, CancellationToken cancellation)
    {
        Take(await SkippingAsync(() => spiris.ReadFiscalYearsAsync(cancellation)), years =>
        {
            Facts = Facts with { Years = [.. years.Items.Select(Of)] };
            _reading = _reading with { YearsWereRead = true };
        });
        Take(await SkippingAsync(() => spiris.ReadVatCodesAsync(cancellation)), codes => _reading = _reading with
        {
            VatCodes = [.. codes.Items.Select(code => new VatCodeFacts(code.Id, code.Code ?? "", code.Description ?? "", code.Percent))],
        });
        if (Facts.Years is not { } known || !_reading.YearsWereRead)
        {
            return;
        }

        foreach (var year in yearsNeeded(known).ToList())
        {
            Take(await SkippingAsync(() => spiris.ReadAccountsAsync(year.Id, cancellation)), accounts => Take(year, accounts));
        }
    }

    private void Take(BooksYearFacts year, SpirisList<SpirisAccount> accounts)
    {
        var codes = (_reading.VatCodes ?? []).ToDictionary(code => code.Id);
        var chart = accounts.Items.Select(account => Of(account, codes)).OfType<AccountFacts>()
            .DistinctBy(account => account.Number).ToImmutableDictionary(account => account.Number);
        Facts = Facts with { Years = Facts.Years!.Value.Replace(year, year with { Chart = chart }) };
        _reading = _reading with { ChartsRead = _reading.ChartsRead.Add(year.Id) };
    }

    private void Take(SpirisList<SpirisCostCenter> groups)
    {
        _reading = _reading with { CostCentreGroups = groups.Items };
        Facts = Facts with
        {
            CostCentres =
            [
                .. groups.Items.SelectMany(group => (group.Items ?? []).OfType<SpirisCostCenterItem>().Select(item =>
                    new CostCentreFacts(item.Id, group.Number ?? 0, item.Name, item.IsActive && group.IsActive is not false))),
            ],
        };
    }

    /// <summary>Once an answer has ended the round, the rest is not asked for.</summary>
    private async Task<SpirisAnswer<T>?> SkippingAsync<T>(Func<Task<SpirisAnswer<T>>> ask) => _end is null ? await ask() : null;

    private void Take<T>(SpirisAnswer<T>? answer, Action<T> take)
    {
        switch (answer)
        {
            case SpirisAnswer<T>.Read(var value):
                take(value);
                break;
            case SpirisAnswer<T>.Refused(var code, var said):
                Facts = Facts with { Refusals = Facts.Refusals.Add(new BooksRefusal(ReadinessMeaning.MeaningOf(code, said), said)) };
                break;
            case SpirisAnswer<T>.AccessLost(var problem):
                _end = new BooksAnswer.AccessLost(problem);
                break;
            case SpirisAnswer<T>.Unavailable(var problem, _):
                _end = new BooksAnswer.Unavailable(problem);
                break;
            case null:
                break;
        }
    }

    private static BooksCompany Of(CompanySettings settings) => new(
        settings.Name,
        settings.OrganisationNumber,
        settings.CompanyStatus is null or CompanyStatus.Active,
        ReadinessMeaning.ModulesOf(settings),
        settings.UsesCostCenter is true,
        settings.LockedThrough,
        settings.NextCustomerInvoiceNumber ?? 0);

    /// <summary>A chart that was known before is known until it is read anew.</summary>
    private BooksYearFacts Of(FiscalYear year) => new(
        year.Id, year.StartDate, year.EndDate, year.IsLockedForAccounting is true,
        known.Years?.FirstOrDefault(before => before.Id == year.Id)?.Chart);

    private static AccountFacts? Of(SpirisAccount account, Dictionary<Guid, VatCodeFacts> codes) =>
        int.TryParse(account.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && AccountNumber.TryFrom(number, out var parsed)
            ? new AccountFacts(parsed, account.Name, account.IsActive)
            {
                IsBlocked = account.IsBlockedForManualBooking is true,
                VatCode = account.VatCodeId is { } id
                    ? codes.GetValueOrDefault(id) ?? new VatCodeFacts(id, account.VatCodeDescription ?? "?", "", null)
                    : null,
                AllowsCostCentres = account.IsCostCenterAllowed is true,
                RequiresCostCentre = account.IsFirstCostCenterMandatory is true,
            }
            : null;
}

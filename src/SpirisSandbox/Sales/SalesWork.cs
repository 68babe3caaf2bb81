using System.Security.Claims;
using SpirisSandbox.Api;
using SpirisSandbox.State;

namespace SpirisSandbox.Sales;

/// <summary>
/// Work on sales documents: in which company, by whom and when. It comes from an API call or from a page.
/// </summary>
internal sealed record SalesWork(Company Company, SandboxAssumptions Assumptions, Guid UserId, DateTimeOffset Now)
{
    public SalesRegisters Registers => Company.Sales;

    public SalesAssumptions Sales => Assumptions.Sales;

    public DateOnly Today => SwedishDay.Of(Now);

    public static SalesWork Of(ApiCall call) => new(call.Company, call.Assumptions, call.User.Id, call.Now);

    /// <summary>Work of whoever is signed in to the pages.</summary>
    public static SalesWork Of(HttpContext page, Company company) => new(
        company,
        page.RequestServices.GetRequiredService<SandboxOptions>().Assumptions,
        Guid.TryParse(page.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user) ? user : Guid.Empty,
        page.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>A refusal that names one field.</summary>
    public static ApiAnswer.Refused Refuse(int code, string field, string text)
    {
        var errors = new FieldErrors();
        errors.Add(field, text);
        return errors.Refusal(code);
    }
}

/// <summary>What became of making a document.</summary>
internal abstract record Making<TDocument>
{
    private Making()
    {
    }

    public sealed record Made(TDocument Document) : Making<TDocument>;

    public sealed record Refused(ApiAnswer.Refused Why) : Making<TDocument>;

    /// <summary>Goes on with the document, or stays refused.</summary>
    public Making<TNext> Then<TNext>(Func<TDocument, Making<TNext>> next) => this switch
    {
        Made(var document) => next(document),
        Refused(var why) => new Making<TNext>.Refused(why),
        _ => throw new System.Diagnostics.UnreachableException("The cases are closed."),
    };

    /// <summary>The document as <paramref name="answer"/> puts it, or the refusal.</summary>
    public ApiAnswer Answer(Func<TDocument, ApiAnswer> answer) => this switch
    {
        Made(var document) => answer(document),
        Refused(var why) => why,
        _ => throw new System.Diagnostics.UnreachableException("The cases are closed."),
    };
}

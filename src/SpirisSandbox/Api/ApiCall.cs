using System.Globalization;
using SpirisSandbox.Faults;
using SpirisSandbox.Identity;
using SpirisSandbox.Queries;
using SpirisSandbox.State;

namespace SpirisSandbox.Api;

/// <summary>One authorised call: who calls, for which company, with what in path and query.</summary>
public sealed class ApiCall(HttpContext http, Grant grant, Company company, SandboxUser user, SandboxOptions options)
{
    private readonly TimeProvider _clock = http.RequestServices.GetRequiredService<TimeProvider>();

    public Company Company { get; } = company;

    public SandboxUser User { get; } = user;

    public Grant Grant { get; } = grant;

    public SandboxAssumptions Assumptions { get; } = options.Assumptions;

    public DateTimeOffset Now => _clock.GetUtcNow();

    public IQueryCollection Query => http.Request.Query;

    /// <summary>Where the caller reached the sandbox: what addresses in answers begin with.</summary>
    public string Origin => $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>What lists must leave out because a fault hides it; null when nothing is hidden.</summary>
    public DateTimeOffset? HiddenSince => http.Features.Get<HiddenRecords>()?.Since;

    /// <summary>The records a list may show: all, without those that a fault hides because they are young.</summary>
    /// <param name="stamp">When a record was made, or last changed where that is all it tells.</param>
    public IReadOnlyList<T> Visible<T>(IReadOnlyList<T> records, Func<T, DateTimeOffset?> stamp) =>
        HiddenSince is { } since ? records.Where(record => !(stamp(record) >= since)).ToArray() : records;

    /// <summary>A value of the path that its route constrains to a GUID.</summary>
    public Guid Id(string name) => Guid.Parse(Text(name));

    /// <summary>A value of the path that its route constrains to an integer.</summary>
    public long Number(string name) => long.Parse(Text(name), CultureInfo.InvariantCulture);

    public string Text(string name) => (string)http.GetRouteValue(name)!;

    /// <summary>
    /// A date of the path, <c>yyyy-MM-dd</c> or a date-time as the specification types it; null when it is none.
    /// </summary>
    public DateOnly? Date(string name) => CalendarDateConverter.Date(Text(name));

    /// <summary>A boolean query flag; anything but <c>true</c> and <c>false</c> counts as left out.</summary>
    public bool Flag(string name, bool otherwise) => bool.TryParse(Query[name], out var flag) ? flag : otherwise;

    /// <summary>Answers with the page of <paramref name="records"/> that the query asks for.</summary>
    public ApiAnswer List<T>(IReadOnlyList<T> records)
        where T : class =>
        ApiAnswer.Of(ListQuery.Run(records, Query, Assumptions, Now));
}

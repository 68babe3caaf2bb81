using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Spiris;

/// <summary>A request that is about to leave.</summary>
/// <param name="Posts">Whether it posts a voucher; else it reads.</param>
/// <param name="Number">From 1, among those of its kind, of all processes.</param>
/// <param name="At">The true time.</param>
public sealed record SimRequest(bool Posts, int Number, DateTimeOffset At);

/// <summary>An answer that is on its way.</summary>
public sealed record SimAnswer(HttpStatusCode Status, byte[] Body);

/// <summary>Spiris, as far as vouchers go: takes them in, lists them by pages, counts requests.</summary>
/// <param name="world">Virtual time.</param>
/// <param name="random">Gives ids.</param>
/// <param name="clockError">How wrong its clock is. It is the only clock that quarantine may go by.</param>
/// <param name="requestsPerMinute">The quota of the endpoint.</param>
public sealed class SimServer(SimWorld world, SimRandom random, TimeSpan clockError, int requestsPerMinute)
{
    // Small, so that searches have to turn pages.
    private const int LargestPage = 3;

    private readonly Queue<long> _counted = new();
    private int _posts;
    private int _reads;

    /// <summary>The books.</summary>
    public SimLedger Ledger { get; } = new();

    /// <summary>How often the quota was exceeded.</summary>
    public int Refusals { get; private set; }

    /// <summary>When it was exceeded, in true time.</summary>
    public List<DateTimeOffset> RefusedAt { get; } = [];

    /// <summary>When the first request came.</summary>
    public DateTimeOffset FirstRequest { get; private set; }

    /// <summary>When the last request came.</summary>
    public DateTimeOffset LastRequest { get; private set; }

    /// <summary>How many requests were taken in.</summary>
    public long Requests { get; private set; }

    /// <summary>Numbers a request that is about to leave, among those of its kind.</summary>
    public SimRequest Number(bool changes) => new(changes, changes ? ++_posts : ++_reads, world.Clock);

    /// <summary>Vouchers dated on these days are refused: the period is locked.</summary>
    public HashSet<string> Locked { get; } = [];

    private DateTimeOffset ServerTime => world.Clock + clockError;

    /// <summary>Counts a request; <see langword="null"/> when there is room, else the refusal.</summary>
    public SimAnswer? Count()
    {
        var window = TimeSpan.TicksPerMinute;
        while (_counted.TryPeek(out var oldest) && oldest <= world.Now - window)
        {
            _counted.Dequeue();
        }

        if (_counted.Count >= requestsPerMinute)
        {
            Refusals++;
            RefusedAt.Add(world.Clock);
            return TooMany((int)((_counted.Peek() + window - world.Now) / TimeSpan.TicksPerSecond) + 1);
        }

        _counted.Enqueue(world.Now);
        FirstRequest = Requests == 0 ? world.Clock : FirstRequest;
        LastRequest = world.Clock;
        Requests++;
        return null;
    }

    /// <summary>The documented refusal of one request too many.</summary>
    public static SimAnswer TooMany(int seconds) => Error(
        HttpStatusCode.TooManyRequests, 4010,
        $"API calls quota exceeded! maximum admitted 600 per Minute. Try again in {seconds} seconds.");

    /// <summary>An error as Spiris words one.</summary>
    public static SimAnswer Error(HttpStatusCode status, int code, string message) => new(
        status, Encoding.UTF8.GetBytes($$"""{"ErrorCode":{{code}},"DeveloperErrorMessage":"{{message}}","ErrorId":"{{Guid.Empty}}"}"""));

    /// <summary>Takes in a voucher.</summary>
    public SimAnswer Post(int company, byte[] body, TimeSpan hidden)
    {
        using var json = JsonDocument.Parse(body);
        var voucher = json.RootElement;
        var date = voucher.GetProperty("VoucherDate").GetString()!;
        if (Locked.Contains(date))
        {
            return Error(HttpStatusCode.BadRequest, 4026, "Voucher date is in a locked period.");
        }

        var rows = voucher.GetProperty("Rows").EnumerateArray().Select(row => (
            row.GetProperty("AccountNumber").GetInt32(),
            Ore(row.GetProperty("DebitAmount")) - Ore(row.GetProperty("CreditAmount")))).ToList();
        var entry = Ledger.Add(company, number => new(random.Id(), number, date, voucher.GetProperty("NumberSeries").GetString()!, rows, world.Now)
        {
            Text = voucher.GetProperty("VoucherText").GetString()!,
            ModifiedAt = world.Now,
            HiddenUntil = world.Now + hidden.Ticks,
        });
        return new(HttpStatusCode.Created, Json(writer => Write(writer, entry)));
    }

    /// <summary>Somebody takes our key out of the text of one voucher.</summary>
    public void EditOne(int company, SimRandom chance)
    {
        if (Ledger.Of(company) is { Count: > 0 } books)
        {
            var entry = books[chance.Below(books.Count)];
            entry.Text = entry.Text.Split(" [k:")[0];
            entry.ModifiedAt = world.Now;
        }
    }

    /// <summary>Somebody takes our key out of the text of a voucher that has just been booked.</summary>
    public void EditLast(SimAnswer booked)
    {
        var id = JsonDocument.Parse(booked.Body).RootElement.GetProperty("Id").GetGuid();
        var entry = Ledger.All.Single(voucher => voucher.Id == id);
        entry.Text = entry.Text.Split(" [k:")[0];
        entry.ModifiedAt = world.Now;
    }

    /// <summary>The text of a voucher.</summary>
    public string TextOf(int company, string id) => Ledger.Of(company).Single(entry => entry.Id.ToString() == id).Text;

    /// <summary>Lists a page of vouchers.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">At most.</param>
    /// <param name="filter">Date from and to, or changed since.</param>
    public SimAnswer List(int company, int page, int pageSize, string filter)
    {
        var size = Math.Min(pageSize, LargestPage);
        var matching = Ledger.Of(company).Where(entry => entry.HiddenUntil <= world.Now && Matches(entry, filter)).ToList();
        var pages = Math.Max(1, (matching.Count + size - 1) / size);
        return new(HttpStatusCode.OK, Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("Meta");
            writer.WriteNumber("CurrentPage", page);
            writer.WriteNumber("PageSize", size);
            writer.WriteNumber("TotalNumberOfPages", pages);
            writer.WriteNumber("TotalNumberOfResults", matching.Count);
            writer.WriteString("ServerTimeUtc", Stamp(ServerTime));
            writer.WriteEndObject();
            writer.WriteStartArray("Data");
            foreach (var entry in matching.Skip((page - 1) * size).Take(size))
            {
                Write(writer, entry);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private bool Matches(SimLedger.Entry entry, string filter)
    {
        foreach (var condition in filter.Split(" and ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = condition.Split(' ');
            var value = parts[0] switch
            {
                "VoucherDate" => $"{entry.Date}T00:00:00Z",
                "ModifiedUtc" => Stamp(SimWorld.Start.AddTicks(entry.ModifiedAt) + clockError)[..19] + "Z",
                _ => throw new FormatException($"The simulation knows no filter '{condition}'."),
            };
            var order = string.CompareOrdinal(value, parts[2]);
            if (parts[1] == "ge" ? order < 0 : order > 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Write(Utf8JsonWriter writer, SimLedger.Entry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("Id", entry.Id);
        writer.WriteString("VoucherDate", entry.Date);
        writer.WriteString("VoucherText", entry.Text);
        writer.WriteString("NumberAndNumberSeries", $"{entry.Series}{entry.Number}");
        writer.WriteString("NumberSeries", entry.Series);
        writer.WriteString("CreatedUtc", Stamp(SimWorld.Start.AddTicks(entry.CreatedAt) + clockError));
        writer.WriteStartArray("Rows");
        foreach (var (account, ore) in entry.Rows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("AccountNumber", account);
            writer.WriteNumber("DebitAmount", Math.Max(0, ore) / 100m);
            writer.WriteNumber("CreditAmount", Math.Max(0, -ore) / 100m);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    private static long Ore(JsonElement kronor)
    {
        var ore = kronor.GetDecimal() * 100;
        return ore == decimal.Truncate(ore) ? (long)ore : throw new FormatException($"{kronor} is not whole öre.");
    }

    private static string Stamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}

namespace OpenOne.Simulation.Spiris;

/// <summary>The books of every company, as bytes off the wire have made them. The oracle reads this and nothing else of Spiris.</summary>
public sealed class SimLedger
{
    private readonly Dictionary<int, List<Entry>> _books = [];

    /// <summary>One voucher, with its rows as they were posted: account and öre, debit positive.</summary>
    public sealed record Entry(Guid Id, int Number, string Date, string Series, IReadOnlyList<(int Account, long Ore)> Rows, long CreatedAt)
    {
        /// <summary>The text, which people can edit.</summary>
        public required string Text { get; set; }

        /// <summary>When it last changed.</summary>
        public required long ModifiedAt { get; set; }

        /// <summary>Until when lists leave it out.</summary>
        public long HiddenUntil { get; init; }
    }

    /// <summary>A company's vouchers in the order of their numbers.</summary>
    public IReadOnlyList<Entry> Of(int company) => Books(company);

    /// <summary>Everybody's vouchers.</summary>
    public IEnumerable<Entry> All => _books.Values.SelectMany(books => books);

    /// <summary>Books a voucher.</summary>
    public Entry Add(int company, Func<int, Entry> make)
    {
        var books = Books(company);
        var entry = make(books.Count + 1);
        books.Add(entry);
        return entry;
    }

    private List<Entry> Books(int company)
    {
        if (!_books.TryGetValue(company, out var books))
        {
            _books[company] = books = [];
        }

        return books;
    }
}

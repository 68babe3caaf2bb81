using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace OpenOne.Domain.Suggestions;

/// <summary>What can be read out of a code and a name, in Swedish or English.</summary>
/// <param name="Topic">What they speak of.</param>
/// <param name="Word">The word that told; empty when none did.</param>
/// <param name="IsTakenAway">Whether they speak of takeaway, whatever else they speak of.</param>
/// <param name="IsUsualWord">Whether the word is the one that stands for the whole topic.</param>
public readonly record struct Wording(Topic Topic, string Word, bool IsTakenAway, bool IsUsualWord)
{
    // More than one topic may be named, and then the first here is meant: a "presentkort" is no payment card and "alkoholfritt
    // vin" no wine.
    private static readonly ImmutableArray<Vocabulary> _vocabularies =
    [
        new(Topic.GiftCard,
            "presentkort gåvokort värdebevis giftcard giftcards tillgodokvitto",
            "presentkort"),
        new(Topic.LunchCard,
            "edenred rikskort rikskuponger rikskupong rikslunch epassi smartum lunchkort lunchkupong " +
            "lunchkuponger",
            ""),
        new(Topic.Platform,
            "foodora wolt ubereats uber karma toogoodtogo tgtg",
            ""),
        new(Topic.HouseUse,
            "personal personalmat staff representation svinn waste bjudning",
            ""),
        new(Topic.Swish,
            "swish",
            ""),
        new(Topic.Invoice,
            "faktura fakturor invoice invoices",
            "faktura"),
        new(Topic.Cash,
            "kontant kontanter cash kassa",
            ""),
        new(Topic.Card,
            "kort card cards visa mastercard amex maestro zettle izettle sumup klarna stripe adyen " +
            "nets worldline bambora swedbankpay",
            "kort terminal"),
        new(Topic.Printed,
            "bok böcker tidning tidningar books newspapers magazines",
            "tidning tidningar"),
        new(Topic.Admission,
            "entré entre entrance admission inträde konsert concert",
            "entré inträde"),
        new(Topic.SoftDrink,
            "alkoholfritt alkoholfri alkoholfria folköl lättöl läsk dricka dryck drycker soft juice " +
            "vatten water kaffe coffee te tea soda nonalcoholic gingerbeer rootbeer mjölk",
            "läsk dricka dryck drycker juice vatten kaffe"),
        new(Topic.Wine,
            "vin viner wine wines champagne prosecco bubbel cava",
            "vin viner wine"),
        new(Topic.Spirits,
            "sprit spirits spirit drink drinks drinkar cocktail cocktails snaps brännvin whisky gin " +
            "rom vodka likör avec",
            "sprit drinkar cocktail cocktails"),
        new(Topic.Beer,
            "öl beer beers cider ale lager ipa",
            "öl beer cider"),
        new(Topic.Food,
            "mat food lunch middag dinner frukost breakfast brunch förrätt varmrätt efterrätt dessert " +
            "desserts meny menu pizza burger burgare sallad smörgås smörgåsar bakverk fika bread bröd " +
            "catering meals snacks glass",
            "mat lunch middag rätt rätter meny pizza burgare bröd sallad"),
    ];

    private static readonly FrozenSet<string> _takenAway =
        new[] { "avhämtning", "hämtmat", "takeaway", "togo", "takeout", "hämta" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] _takenAwayBeginnings = ["avhämtning", "hämtmat", "takeaway"];

    // Endings that only look like one of ours. Kept short: who is missing here gets a suggestion, which a person sees.
    private static readonly FrozenSet<string> _misleading =
        new[] { "mjöl", "automat", "tomat", "format", "vinäger", "brännvin" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a code and a name.</summary>
    public static Wording Of(string code, string? name)
    {
        var words = Words($"{name} {code}");
        var takenAway = words.Exists(word =>
            _takenAway.Contains(word) || _takenAwayBeginnings.Any(begin => word.StartsWith(begin, StringComparison.Ordinal)));
        foreach (var vocabulary in _vocabularies)
        {
            if (words.Find(vocabulary.Knows) is { } word)
            {
                return new(vocabulary.Topic, word, takenAway, word == vocabulary.UsualWord);
            }
        }

        return new(Topic.Unknown, "", takenAway, false);
    }

    /// <summary>The words in small letters, and two that belong together as one more: "take away" is "takeaway" as well.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();

        // Half a character can be put together with nothing, and then normalising throws.
        var whole = text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormC);
        foreach (var letter in whole.Append(' '))
        {
            if (char.IsLetter(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        words.AddRange([.. words.Zip(words.Skip(1), (first, second) => first + second)]);
        return words;
    }

    /// <summary>The words of one topic: those that are one, and those that a Swedish compound ends in.</summary>
    private sealed class Vocabulary(Topic topic, string whole, string endings)
    {
        private readonly FrozenSet<string> _whole = whole.Split(' ').ToFrozenSet(StringComparer.Ordinal);
        private readonly string[] _endings = endings.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        public Topic Topic => topic;

        /// <summary>The first of its words.</summary>
        public string UsualWord { get; } = whole.Split(' ')[0];

        public bool Knows(string word) => _whole.Contains(word)
            || (!_misleading.Contains(word) && _endings.Any(ending =>
                word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)));
    }
}

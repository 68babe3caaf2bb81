using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OpenOne.Cli.Pages;

/// <summary>One page as a person sees it: fields by their labels, buttons and links by what they say.</summary>
/// <remarks>
/// Every search takes several words for the same thing (two languages, two wordings) and prefers a text that is one of
/// them to a text that only contains one. Case and white space do not count.
/// </remarks>
internal sealed class Page(IDocument document)
{
    private const string NamedFields = "input[aria-label], select[aria-label]";
    private const string Pressables = "a[href], button:not([type=button]):not([type=reset]), input[type=submit]";

    public Uri Address { get; } = new(document.Url);

    public string Title => Plain(document.Title);

    private IElement Body => document.QuerySelector("main") ?? (IElement?)document.Body ?? document.DocumentElement;

    /// <summary>The text between the menus says this somewhere.</summary>
    public bool Says(string text) => Plain(Body.TextContent).Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>What an alert between the menus says; <c>null</c> where there is none.</summary>
    public string? Alert => Body.QuerySelector("[role=alert]") is { } alert ? Plain(alert.TextContent) : null;

    public bool HasField(params IReadOnlyList<string> words) => Field(words) is not null;

    /// <summary>Writes into a text field, ticks a box, or chooses the option of a list that says the text.</summary>
    /// <exception cref="LostException">There is no such field, or no such option.</exception>
    public void Enter(IReadOnlyList<string> words, string value)
    {
        switch (Field(words) ?? throw Lost($"field '{words[0]}'"))
        {
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = value is "true";
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlSelectElement list:
                var option = Best(list.Options, [value], option => option.Text);
                list.Value = (option ?? throw Lost($"choice '{value}' in the list '{words[0]}'")).Value;
                break;
            case var other:
                throw Lost($"field '{words[0]}' that can be filled in, only a {other.LocalName}");
        }
    }

    /// <summary>The button or link that says one of the words; <c>null</c> where there is none.</summary>
    public IHtmlElement? Pressable(params IReadOnlyList<string> words) =>
        Best(Within(Body), words, Caption) ?? Best(Within(document.DocumentElement), words, Caption);

    /// <exception cref="LostException">There is no such button or link.</exception>
    public IHtmlElement RequirePressable(params IReadOnlyList<string> words) =>
        Pressable(words) ?? throw Lost($"button or link '{words[0]}'");

    private IHtmlElement? Field(IReadOnlyList<string> words)
    {
        var labels = document.QuerySelectorAll<IHtmlLabelElement>("label").Where(label => Labelled(label) is not null);
        return Best(labels, words, label => label.TextContent) is { } label
            ? Labelled(label)
            : Best(document.QuerySelectorAll<IHtmlElement>(NamedFields), words, NameOf);
    }

    /// <summary>A label names its field by id, or stands around it.</summary>
    private static IHtmlElement? Labelled(IHtmlLabelElement label) =>
        label.Control ?? label.QuerySelector<IHtmlElement>("input, select, textarea");

    private LostException Lost(string missing)
    {
        var alert = Alert is { } said ? $" It says: {said}" : "";
        return new LostException($"The page at {Address.GetLeftPart(UriPartial.Path)} has no {missing}.{alert}");
    }

    private static IEnumerable<IHtmlElement> Within(IElement part) => part.QuerySelectorAll<IHtmlElement>(Pressables);

    private static string Caption(IHtmlElement pressable) => pressable is IHtmlInputElement input
        ? input.Value
        : NameOf(pressable);

    private static string NameOf(IHtmlElement element) => element.GetAttribute("aria-label") ?? element.TextContent;

    private static T? Best<T>(IEnumerable<T> candidates, IReadOnlyList<string> words, Func<T, string> text)
        where T : class
    {
        var captioned = candidates.Select(one => (Candidate: one, Caption: Plain(text(one)))).ToList();
        return First((caption, word) => caption.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? First((caption, word) => caption.Contains(word, StringComparison.OrdinalIgnoreCase));

        T? First(Func<string, string, bool> says) =>
            captioned.Find(one => words.Any(word => says(one.Caption, word))).Candidate;
    }

    private static string Plain(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

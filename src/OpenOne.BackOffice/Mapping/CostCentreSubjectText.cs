using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Subjects of cost centres as text, as they are stored: what <see cref="CostCentreSubject"/> prints, read back.</summary>
public static class CostCentreSubjectText
{
    /// <summary>Reads what a subject's <c>ToString</c> wrote, such as <c>group food</c>.</summary>
    /// <returns><see langword="null"/> when the text is no subject.</returns>
    public static CostCentreSubject? Read(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (kind, subject) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
        return (kind, subject) switch
        {
            ("row", _) when MappingKeyText.Read(subject) is { } key => new CostCentreSubject.Row(key),
            ("group", { Length: > 0 }) => new CostCentreSubject.Group(new(subject)),
            ("register", { Length: > 0 }) => new CostCentreSubject.Register(subject),
            ("store", _) when Guid.TryParse(subject, out var store) => new CostCentreSubject.Store(store),
            _ => null,
        };
    }
}

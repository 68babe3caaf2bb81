using System.Text.RegularExpressions;

namespace OpenOne.HouseRules;

/// <summary>A name says what a thing is, in the trade's words, and not what kind of code it is.</summary>
public sealed partial class NamingRules
{
    private static readonly string[] Kinds =
    [
        "Abstractions", "Base", "Classes", "Common", "Constants", "Core", "Dtos", "Entities", "Enums", "Exceptions",
        "Extensions", "Handlers", "Helpers", "Impl", "Implementations", "Infrastructure", "Interfaces", "Managers",
        "Misc", "Models", "Repositories", "Services", "Shared", "Types", "Util", "Utilities", "Utils", "ViewModels",
    ];

    /// <summary>Names that a framework demands, and which.</summary>
    private static readonly Dictionary<string, string> Demanded = [];

    /// <summary>Interfaces with fewer than two implementations, and why they are worth having all the same.</summary>
    private static readonly Dictionary<string, string> AloneForAReason = new()
    {
        ["IAccountingSystem"] = "The seam between delivery and the books: Spiris, and those of the fault simulation.",
        ["ICompanyGrain"] = "Orleans calls a grain by its interface, from whichever server.",
        ["INewsGrain"] = "The same.",
        ["INewsListener"] = "The same.",
        ["IQuotaGrain"] = "The same.",
        ["ILaneStore"] = "The lane's memory: the database, and that of the fault simulation (ADR 2).",
    };

    [Fact]
    public void A_folder_is_a_subject_and_never_a_kind() =>
        Repository.Sources.SelectMany(source => source.Path.Split('/')[..^1]).Distinct()
            .Intersect(Kinds, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();

    [Fact]
    public void A_type_is_not_named_for_being_code() =>
        (from source in Repository.Sources
         from type in source.Types
         where NamedForBeingCode().IsMatch(type.Name) && !Demanded.ContainsKey(type.Name)
         select $"{source.Path}: {type.Name}").ShouldBeEmpty();

    [Fact]
    public void An_interface_has_two_implementations_or_a_reason() =>
        (from source in Repository.Product
         from type in source.Types
         where type.Kind == "interface" && !AloneForAReason.ContainsKey(type.Name)
         let implementations = Implementations(type.Name)
         where implementations < 2
         select $"{source.Path}: {type.Name} has {implementations}").ShouldBeEmpty();

    [Fact]
    public void Declarations_are_read_as_the_compiler_reads_them()
    {
        var source = new SourceFile("", """
            public sealed record A<T>(IB Seam, int[] C) : D(Seam), IB where T : class { } // class InAComment : IB
            internal readonly record struct E { string F = "interface IG"; }
            public interface IB;
            """);

        source.Types.Select(type => (type.Kind, type.Name, type.Bases.Trim())).ShouldBe(
        [
            ("record", "A", "D(Seam), IB where T : class"),
            ("record struct", "E", ""),
            ("interface", "IB", ""),
        ]);
    }

    private static int Implementations(string name) => Repository.Sources.SelectMany(source => source.Types)
        .Count(type => type.Kind != "interface" && Regex.IsMatch(type.Bases, $@"\b{name}\b"));

    [GeneratedRegex("(Service|Manager|Helper|Util|Utils|Dto|Impl)s?$")]
    private static partial Regex NamedForBeingCode();
}

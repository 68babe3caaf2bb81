using System.Reflection;

namespace OpenOne.HouseRules;

/// <summary>An abstract record is an outcome or a choice, and its cases are all there are.</summary>
public sealed class OutcomeRules
{
    private static readonly IReadOnlyList<Type> Types =
        [.. BuiltAssemblies.All.Values.SelectMany(assembly => assembly.GetTypes())];

    /// <summary>Abstract records that are neither outcome nor choice.</summary>
    private static readonly Dictionary<string, string> OpenForAReason = new()
    {
        ["Fault"] = "The sandbox's faults are a list to be added to, each in a file of its own.",
        ["ApiInput"] = "What every request body of the sandbox's API has in common.",
        ["ApiInput`1"] = "The same, with the model that names its fields.",
        ["SalesDocumentInput`1"] = "What invoices, drafts and orders have in common on the wire.",
        ["SalesRowInput`1"] = "What the rows of invoices, drafts and orders have in common on the wire.",
    };

    private static readonly IReadOnlyList<Type> Outcomes =
        [.. Types.Where(type => type.IsAbstract && type.GetMethod("<Clone>$") is not null && !OpenForAReason.ContainsKey(type.Name))];

    [Theory]
    [InlineData("Composition")]
    [InlineData("Posting")]
    [InlineData("MappingKey")]
    public void The_outcomes_that_this_is_about_are_found(string name) =>
        Outcomes.Select(outcome => outcome.Name).ShouldContain(name);

    [Fact]
    public void Nobody_else_can_add_a_case() =>
        Outcomes.Where(outcome => ConstructorsOf(outcome).Any(constructor => !constructor.IsPrivate))
            .Select(outcome => $"{outcome.FullName} needs a private constructor.").ShouldBeEmpty();

    [Fact]
    public void Every_case_is_nested_in_its_outcome_and_sealed() =>
        (from outcome in Outcomes
         from @case in Types
         where @case.BaseType == outcome && !(@case.IsSealed && @case.DeclaringType == outcome)
         select $"{@case.FullName} must be sealed and nested in {outcome.Name}.").ShouldBeEmpty();

    /// <summary>All but the copy constructor, which a record must leave open to its cases.</summary>
    private static IEnumerable<ConstructorInfo> ConstructorsOf(Type record) =>
        record.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => constructor.GetParameters() is not [var only] || only.ParameterType != record);
}

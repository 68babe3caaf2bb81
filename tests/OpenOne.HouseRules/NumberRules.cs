using System.Reflection;

namespace OpenOne.HouseRules;

/// <summary>Amounts are whole öre, or decimal at the borders. Binary fractions have no place where money is.</summary>
public sealed class NumberRules
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("OpenOne.Domain")]
    [InlineData("OpenOne.Spiris")]
    public void No_member_holds_takes_or_gives_a_binary_fraction(string project) =>
        (from type in BuiltAssemblies.All[project].GetTypes()
         from member in type.GetMembers(Own)
         where TypesIn(member).Any(IsBinaryFraction)
         select $"{type.FullName}.{member.Name}").ShouldBeEmpty();

    [Fact]
    public void A_binary_fraction_is_found_wherever_it_hides()
    {
        IsBinaryFraction(typeof(double?)).ShouldBeTrue();
        IsBinaryFraction(typeof(Dictionary<string, List<float[]>>)).ShouldBeTrue();
        IsBinaryFraction(typeof(decimal?)).ShouldBeFalse();
    }

    private static IEnumerable<Type> TypesIn(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. ParametersOf(method)],
        ConstructorInfo constructor => ParametersOf(constructor),
        _ => [],
    };

    private static IEnumerable<Type> ParametersOf(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType);

    private static bool IsBinaryFraction(Type type) =>
        type == typeof(double) || type == typeof(float)
        || (type.HasElementType && IsBinaryFraction(type.GetElementType()!))
        || type.GetGenericArguments().Any(argument => !argument.IsGenericParameter && IsBinaryFraction(argument));
}

using System.Collections;

namespace SpirisSandbox.Sales;

/// <summary>A list of what a function makes of another list's records, made only when one is looked at.</summary>
/// <remarks>A list of 100 000 invoices whose page of 50 is asked for costs 50 invoices.</remarks>
internal sealed class MappedList<T>(IReadOnlyList<T> records, Func<T, T> map) : IReadOnlyList<T>
{
    public int Count => records.Count;

    public T this[int index] => map(records[index]);

    public IEnumerator<T> GetEnumerator() => records.Select(map).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

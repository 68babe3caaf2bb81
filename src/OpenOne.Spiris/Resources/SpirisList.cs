using System.Collections.Immutable;

namespace OpenOne.Spiris.Resources;

/// <summary>All of something, from every page.</summary>
/// <param name="Items">Each once, in Spiris' order.</param>
/// <param name="AsOf">The moment, by Spiris' own clock, for which the list is whole. Nothing that was there then is
/// missing; what came later may be missing.</param>
/// <remarks>
/// That moment is the earliest server time of all pages, which is the first page's, and not the last page's: something
/// created while page 2 was being read may belong on page 1, which had been read already. Whoever concludes from the
/// list that something does not exist may conclude it for that moment only.
/// </remarks>
public sealed record SpirisList<T>(ImmutableArray<T> Items, DateTimeOffset AsOf);

namespace OpenOne.Cli.Pages;

/// <summary>A page was not as the walk expected it, so the walk cannot go on.</summary>
/// <remarks>
/// An exception, although it is foreseen: every step of a walk can be the one that fails, none of them can do anything
/// about it, and it is caught in one place, where it becomes one sentence.
/// </remarks>
internal sealed class LostException(string sentence) : Exception(sentence);

using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace SpirisSandbox.Faults;

/// <summary>Which requests a fault strikes, and how often.</summary>
public sealed record FaultRule
{
    /// <summary>The method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>The path; <c>*</c> stands for any characters within it. Default: every operation of the API.</summary>
    public string Path { get; init; } = "/v2/*";

    /// <summary>
    /// How many requests are struck before the rule is used up; null for all until it is cleared. Default: 1.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? Times { get; init; } = 1;

    /// <summary>The share of matching requests that are struck, 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1;

    /// <summary>Makes the choice by probability the same in every run.</summary>
    public int Seed { get; init; }

    /// <summary>What goes wrong.</summary>
    public required Fault Fault { get; init; }

    internal bool Matches(HttpRequest request) =>
        (Method is null || Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
        && Regex.IsMatch(
            request.Path.Value ?? "",
            "^" + Regex.Escape(Path).Replace(@"\*", ".*", StringComparison.Ordinal) + "$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

using System.Text.Json;
using System.Text.Unicode;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>A mapping as a file for programs.</summary>
public static class MappingJson
{
    private static readonly JsonSerializerOptions _options = new(ClosingDocument.Json) { WriteIndented = true };

    /// <summary>Writes a mapping.</summary>
    /// <param name="company">Whose it is.</param>
    /// <param name="version">The version in force.</param>
    /// <param name="mapping">Its own rows and cost centres.</param>
    public static byte[] Write(OrganisationNumber company, MappingVersion version, AccountMapping mapping) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Document
            {
                Company = company.ToString(),
                EffectiveFrom = version.EffectiveFrom == DateOnly.MinValue ? null : Moments.Iso(version.EffectiveFrom),
                FollowsDefault = version.FollowsDefault is not null,
                Rows =
                [
                    .. mapping.Accounts.OrderBy(row => row.Key.ToString(), StringComparer.Ordinal)
                        .Select(row => new Row { Key = row.Key.ToString(), Account = row.Value.ToString() }),
                ],
                ProfitUnits =
                [
                    .. mapping.CostCentres.All.OrderBy(row => row.Key.ToString(), StringComparer.Ordinal).Select(row => new Units
                    {
                        For = row.Key.ToString(),
                        Chosen = [Told(row.Value.First), Told(row.Value.Second), Told(row.Value.Third)],
                    }),
                ],
            },
            _options);

    /// <summary>Reads a mapping. Throws for no input whatever.</summary>
    public static MappingFileReading Read(ReadOnlySpan<byte> file)
    {
        var rows = new MappingFileRows();
        if (file.Length > MappingFile.MaxBytes)
        {
            rows.Refuse(0, MappingFileFault.TooLarge);
        }
        else if (!Utf8.IsValid(file))
        {
            rows.Refuse(0, MappingFileFault.NotText);
        }
        else
        {
            try
            {
                return Translate(JsonSerializer.Deserialize<Document>(file, _options) ?? new Document { Rows = [] }, rows);
            }
            catch (JsonException problem)
            {
                rows.Refuse(0, MappingFileFault.NotAMapping, problem.Path ?? "");
            }
        }

        return new MappingFileReading.Refused(rows.Problems);
    }

    private static MappingFileReading Translate(Document document, MappingFileRows rows)
    {
        OrganisationNumber? company = OrganisationNumber.TryParse(document.Company, out var number) ? number : null;
        if (document.Company is not null && company is null)
        {
            rows.Refuse(0, MappingFileFault.OtherCompany, document.Company);
        }

        var from = Moments.ReadDay(document.EffectiveFrom);
        if (document.EffectiveFrom is not null && from is null)
        {
            rows.Refuse(0, MappingFileFault.NotADate, document.EffectiveFrom);
        }

        for (var i = 0; i < document.Rows.Count; i++)
        {
            rows.Add(i + 1, document.Rows[i]?.Key ?? "", document.Rows[i]?.Account ?? "", []);
        }

        for (var i = 0; i < document.ProfitUnits?.Count; i++)
        {
            var units = document.ProfitUnits[i];
            rows.Add(document.Rows.Count + i + 1, units?.For ?? "", "", [.. (units?.Chosen ?? []).Take(3).Select(unit => unit ?? "")]);
        }

        if (rows.Problems.IsEmpty && rows.Accounts.Count == 0)
        {
            rows.Refuse(0, MappingFileFault.Empty);
        }

        return rows.Problems.IsEmpty
            ? new MappingFileReading.Read(new MappingFile(company, from, document.FollowsDefault, rows.Accounts, rows.Centres))
            : new MappingFileReading.Refused(rows.Problems);
    }

    private static string? Told(CostCentre? centre) => centre is null ? null : $"{centre.Id} {centre.Name}".TrimEnd();

    internal sealed record Document
    {
        public string? Company { get; init; }

        public string? EffectiveFrom { get; init; }

        public bool? FollowsDefault { get; init; }

        public required List<Row?> Rows { get; init; }

        public List<Units?>? ProfitUnits { get; init; }
    }

    internal sealed record Row
    {
        public required string? Key { get; init; }

        public required string? Account { get; init; }
    }

    internal sealed record Units
    {
        public required string? For { get; init; }

        public required List<string?>? Chosen { get; init; }
    }
}

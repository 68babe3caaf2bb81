using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Holds a file against a company: what saving it would change, or everything that speaks against it. Saves nothing.</summary>
internal static class MappingImport
{
    /// <summary>Reads a file, JSON when it begins like JSON and CSV otherwise.</summary>
    public static MappingFileReading Read(ReadOnlySpan<byte> file)
    {
        var text = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? MappingJson.Read(text) : MappingCsv.Read(file);
    }

    /// <summary>What is wrong with a well-formed file for this company.</summary>
    public static async Task<ImmutableArray<MappingFileProblem>> CheckAsync(
        BackOfficeDb db, Company company, MappingFile file, CancellationToken cancellation)
    {
        if (file.Company is { } other && other != company.OrganisationNumber)
        {
            return [new(0, MappingFileFault.OtherCompany, other.ToString())];
        }

        var stores = await db.Stores.Where(store => store.CompanyId == company.Id)
            .Select(store => store.Id).ToHashSetAsync(cancellation);
        var registers = await db.Registers.Where(register => register.CompanyId == company.Id)
            .Select(register => register.Designation).ToHashSetAsync(cancellation);
        var centres = await (
            from centre in db.BooksCostCentres
            join groups in db.BooksCostCentreGroups on new { centre.CompanyId, Id = centre.GroupId } equals new { groups.CompanyId, groups.Id }
            where centre.CompanyId == company.Id
            select new { centre.Id, groups.Number }).ToDictionaryAsync(centre => centre.Id, centre => centre.Number, cancellation);
        return
        [
            .. file.CostCentres
                .Where(row => row.Subject switch
                {
                    CostCentreSubject.Store(var store) => !stores.Contains(store),
                    CostCentreSubject.Register(var register) => !registers.Contains(register),
                    _ => false,
                })
                .Select(row => new MappingFileProblem(row.Line, MappingFileFault.UnknownKey, row.Subject.ToString()!)),
            .. from row in file.CostCentres
               from place in new[] { (1, row.Chosen.First), (2, row.Chosen.Second), (3, row.Chosen.Third) }
               let centre = place.Item2
               where centre is not null && centres.GetValueOrDefault(centre.Id) != place.Item1
               select new MappingFileProblem(row.Line, MappingFileFault.UnknownCostCentre, $"{centre.Id} {centre.Name}".TrimEnd()),
        ];
    }
}

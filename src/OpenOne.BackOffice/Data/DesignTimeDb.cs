using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OpenOne.BackOffice.Data;

/// <summary>The model for <c>dotnet ef migrations</c>, which needs no server to look at it.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<BackOfficeDb>
{
    public BackOfficeDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<BackOfficeDb>().UseSqlite("Data Source=:memory:").Options);
}

using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>A database that all simulated nodes share. Its clock is the simulation's, and nothing waits for the disk.</summary>
public sealed class SimulatedDatabase : IDbContextFactory<BackOfficeDb>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("refreshes-").FullName;
    private readonly Func<BackOfficeDb> _open;

    public SimulatedDatabase(TimeProvider clock)
    {
        _open = TestStore.Open(_directory, clock);
        using var db = CreateDbContext();
        db.Database.Migrate();
    }

    public BackOfficeDb CreateDbContext() => _open();

    public void Dispose()
    {
        TestStore.LetGo();
        TestStore.Remove(_directory);
        Directory.Delete(_directory, recursive: true);
    }
}

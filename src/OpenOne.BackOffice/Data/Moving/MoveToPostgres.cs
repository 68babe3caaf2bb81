using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Data.Moving;

/// <summary><c>OpenOne.BackOffice move-to-postgres</c>, which <c>openone move-to-postgres</c> calls: takes the settings of the server that
/// is to run afterwards, prepares its database, and moves everything there.</summary>
internal static class MoveToPostgres
{
    /// <summary>What the command line begins with.</summary>
    public const string Name = "move-to-postgres";

    /// <summary>Moves.</summary>
    /// <returns>0; or 65, it cannot be done; or 75, the database could not be reached.</returns>
    public static async Task<int> RunAsync(string[] settings)
    {
        await using var app = Program.Build(["--Storage:StartPatience=00:00:05", .. settings, "--Storage:Provider=PostgreSql", "--Cluster:Enabled=false"]);
        try
        {
            var server = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
            await DataSetup.MigrateAsync(app);
            await using var target = await app.Services.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContextAsync();
            await new StoreMove(server.DatabaseFile, target, Console.Out).RunAsync();
            return 0;
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.MayPass ? 75 : 65;
        }
    }
}

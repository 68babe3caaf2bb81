using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContextFactory<BackOfficeDb>(o => o.UseSqlite("Data Source=x.db"));
builder.Build().Run();

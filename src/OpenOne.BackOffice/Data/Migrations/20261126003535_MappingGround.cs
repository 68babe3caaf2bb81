using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <summary>Mappings by date, charts that companies share, cost centres and stores.</summary>
    /// <remarks>Registers get their store by hand. What the tool makes of a new foreign key in SQLite is not one transaction, and a
    /// server that is killed in the middle of it would not start again. A new table beside the old one is.</remarks>
    public partial class MappingGround : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "effective_from",
                table: "mappings",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "follows_default",
                table: "mappings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "when_unmapped",
                table: "companies",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "HoldDay");

            migrationBuilder.CreateTable(
                name: "cost_centre_rows",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    first_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    first_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    second_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    third_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    third_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cost_centre_rows", x => new { x.company_id, x.version, x.subject });
                    table.CheckConstraint("ck_cost_centre_rows_say_something", "COALESCE(first_id, second_id, third_id) IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_cost_centre_rows_mappings_company_id_version",
                        columns: x => new { x.company_id, x.version },
                        principalTable: "mappings",
                        principalColumns: new[] { "company_id", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "default_charts",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_default_charts", x => new { x.organisation_id, x.version });
                    table.ForeignKey(
                        name: "FK_default_charts_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stores",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stores", x => x.id);
                    table.UniqueConstraint("AK_stores_company_id_id", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_stores_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "default_chart_rows",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    account = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_default_chart_rows", x => new { x.organisation_id, x.version, x.key });
                    table.ForeignKey(
                        name: "FK_default_chart_rows_default_charts_organisation_id_version",
                        columns: x => new { x.organisation_id, x.version },
                        principalTable: "default_charts",
                        principalColumns: new[] { "organisation_id", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registers_new",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    designation = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    store_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers", x => new { x.company_id, x.designation });
                    table.ForeignKey(
                        name: "FK_registers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_registers_stores_company_id_store_id",
                        columns: x => new { x.company_id, x.store_id },
                        principalTable: "stores",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("INSERT INTO registers_new (company_id, designation) SELECT company_id, designation FROM registers;");

            migrationBuilder.DropTable(name: "registers");

            migrationBuilder.RenameTable(name: "registers_new", newName: "registers");

            migrationBuilder.CreateIndex(
                name: "IX_registers_company_id_store_id",
                table: "registers",
                columns: new[] { "company_id", "store_id" });

            migrationBuilder.CreateIndex(
                name: "IX_stores_company_id_name",
                table: "stores",
                columns: new[] { "company_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Mappings by date cannot be forgotten: put back the copy of before.");
    }
}

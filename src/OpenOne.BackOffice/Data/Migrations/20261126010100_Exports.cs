using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class Exports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "exports",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    first_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    grouping = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    series = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    made_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    closing_count = table.Column<int>(type: "INTEGER", nullable: false),
                    voucher_count = table.Column<int>(type: "INTEGER", nullable: false),
                    total_ore = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exports", x => new { x.company_id, x.number });
                    table.ForeignKey(
                        name: "FK_exports_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "export_releases",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    export_number = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_export_releases", x => new { x.company_id, x.export_number });
                    table.ForeignKey(
                        name: "FK_export_releases_exports_company_id_export_number",
                        columns: x => new { x.company_id, x.export_number },
                        principalTable: "exports",
                        principalColumns: new[] { "company_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exported_vouchers",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    export_number = table.Column<int>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    total_ore = table.Column<long>(type: "INTEGER", nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exported_vouchers", x => new { x.company_id, x.export_number, x.ordinal });
                    table.ForeignKey(
                        name: "FK_exported_vouchers_exports_company_id_export_number",
                        columns: x => new { x.company_id, x.export_number },
                        principalTable: "exports",
                        principalColumns: new[] { "company_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exported_closings",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    export_number = table.Column<int>(type: "INTEGER", nullable: false),
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    voucher_ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    mapping_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exported_closings", x => new { x.company_id, x.export_number, x.closing_id });
                    table.ForeignKey(
                        name: "FK_exported_closings_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_exported_closings_exported_vouchers_company_id_export_number_voucher_ordinal",
                        columns: x => new { x.company_id, x.export_number, x.voucher_ordinal },
                        principalTable: "exported_vouchers",
                        principalColumns: new[] { "company_id", "export_number", "ordinal" },
                        onDelete: ReferentialAction.Restrict);
                });

            // By hand: SQLite would make the table of deliveries anew for a constraint, outside any transaction, and a server that is
            // killed meanwhile would leave it half made. The constraint comes with the column; the foreign key of two columns,
            // which cannot, is kept by triggers.
            migrationBuilder.Sql(
                """
                ALTER TABLE deliveries ADD COLUMN exported_in INTEGER NULL
                CONSTRAINT ck_deliveries_exported_is_not_sent CHECK (exported_in IS NULL OR state IN ('Skipped', 'NeedsAttention'))
                """);
            foreach (var when in new[] { "INSERT", "UPDATE OF exported_in" })
            {
                migrationBuilder.Sql(
                    $"""
                    CREATE TRIGGER fk_deliveries_exports_{when.Split(' ')[0].ToLowerInvariant()} BEFORE {when} ON deliveries
                    WHEN NEW.exported_in IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM exports WHERE company_id = NEW.company_id AND number = NEW.exported_in)
                    BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed'); END
                    """);
            }

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_company_id_exported_in",
                table: "deliveries",
                columns: new[] { "company_id", "exported_in" });

            migrationBuilder.CreateIndex(
                name: "IX_exported_closings_closing_id",
                table: "exported_closings",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_exported_closings_company_id_export_number_voucher_ordinal",
                table: "exported_closings",
                columns: new[] { "company_id", "export_number", "voucher_ordinal" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER fk_deliveries_exports_insert; DROP TRIGGER fk_deliveries_exports_update");

            migrationBuilder.DropTable(
                name: "export_releases");

            migrationBuilder.DropTable(
                name: "exported_closings");

            migrationBuilder.DropTable(
                name: "exported_vouchers");

            migrationBuilder.DropTable(
                name: "exports");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_company_id_exported_in",
                table: "deliveries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_deliveries_exported_is_not_sent",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "exported_in",
                table: "deliveries");
        }
    }
}

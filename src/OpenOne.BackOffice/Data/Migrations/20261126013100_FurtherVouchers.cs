using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <summary>A closing may have further vouchers: keys get an ordinal.</summary>
    /// <remarks>Written by hand. What the tool makes of a new primary key in SQLite is not one transaction, and a server that is
    /// killed in the middle of it would not start again. New tables beside the old ones are. The triggers that
    /// stood for the foreign key of exports go with the old table; the new one has the key itself.</remarks>
    public partial class FurtherVouchers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "mode",
                table: "companies",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "Automatic");

            migrationBuilder.AddColumn<DateOnly>(
                name: "days_paused_through",
                table: "companies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ordinal",
                table: "decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "deliveries_new",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    business_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    z_number = table.Column<int>(type: "INTEGER", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    quarantined_until = table.Column<long>(type: "INTEGER", nullable: true),
                    mapping_version = table.Column<int>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    posted_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    posted_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    candidates = table.Column<string>(type: "TEXT", nullable: false, defaultValue: "[]"),
                    lost_answers = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    to_approve = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    approved = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    exported_in = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => new { x.closing_id, x.ordinal });
                    table.CheckConstraint("ck_deliveries_booked_iff_voucher", "(state IN ('Booked', 'Corrected')) = (posted_id IS NOT NULL)");
                    table.CheckConstraint("ck_deliveries_sent_has_attempt", "state NOT IN ('InFlight', 'Uncertain') OR attempts > 0");
                    table.CheckConstraint("ck_deliveries_composed_iff_to_approve", "(state = 'Composed') = (to_approve IS NOT NULL)");
                    table.CheckConstraint("ck_deliveries_ordinal", "ordinal >= 0");
                    table.CheckConstraint("ck_deliveries_exported_is_not_sent", "exported_in IS NULL OR state IN ('Skipped', 'NeedsAttention')");
                    table.ForeignKey(
                        name: "FK_deliveries_exports_company_id_exported_in",
                        columns: x => new { x.company_id, x.exported_in },
                        principalTable: "exports",
                        principalColumns: new[] { "company_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_deliveries_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""
                INSERT INTO deliveries_new ("closing_id", "company_id", "business_date", "z_number", "register", "state", "reasons", "due_at", "attempts", "failures", "quarantined_until", "mapping_version", "changed_at", "revision", "posted_id", "posted_number", "candidates", "lost_answers", "exported_in", "ordinal")
                SELECT "closing_id", "company_id", "business_date", "z_number", "register", "state", "reasons", "due_at", "attempts", "failures", "quarantined_until", "mapping_version", "changed_at", "revision", "posted_id", "posted_number", "candidates", "lost_answers", "exported_in", 0 FROM deliveries;
                """);

            migrationBuilder.CreateTable(
                name: "attempts_new",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_token = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    mapping_version = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attempts", x => new { x.closing_id, x.ordinal, x.number });
                    table.ForeignKey(
                        name: "FK_attempts_deliveries_closing_id_ordinal",
                        columns: x => new { x.closing_id, x.ordinal },
                        principalTable: "deliveries_new",
                        principalColumns: new[] { "closing_id", "ordinal" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""
                INSERT INTO attempts_new ("closing_id", "number", "lease_token", "key", "date", "fingerprint", "mapping_version", "body", "begun_at", "ended_at", "outcome", "ordinal")
                SELECT "closing_id", "number", "lease_token", "key", "date", "fingerprint", "mapping_version", "body", "begun_at", "ended_at", "outcome", 0 FROM attempts;
                """);

            migrationBuilder.CreateTable(
                name: "vouchers_new",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    attempt_number = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    series = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    total_ore = table.Column<long>(type: "INTEGER", nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vouchers", x => new { x.closing_id, x.ordinal, x.attempt_number });
                    table.ForeignKey(
                        name: "FK_vouchers_attempts_closing_id_ordinal_attempt_number",
                        columns: x => new { x.closing_id, x.ordinal, x.attempt_number },
                        principalTable: "attempts_new",
                        principalColumns: new[] { "closing_id", "ordinal", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql("""
                INSERT INTO vouchers_new ("closing_id", "attempt_number", "key", "date", "series", "text", "total_ore", "rows", "ordinal")
                SELECT "closing_id", "attempt_number", "key", "date", "series", "text", "total_ore", "rows", 0 FROM vouchers;
                """);

            migrationBuilder.DropTable(name: "vouchers");

            migrationBuilder.DropTable(name: "attempts");

            migrationBuilder.DropTable(name: "deliveries");

            migrationBuilder.RenameTable(name: "deliveries_new", newName: "deliveries");

            migrationBuilder.RenameTable(name: "attempts_new", newName: "attempts");

            migrationBuilder.RenameTable(name: "vouchers_new", newName: "vouchers");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_company_id_business_date_z_number",
                table: "deliveries",
                columns: new[] { "company_id", "business_date", "z_number" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_company_id_exported_in",
                table: "deliveries",
                columns: new[] { "company_id", "exported_in" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_state_due_at",
                table: "deliveries",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_vouchers_key",
                table: "vouchers",
                column: "key");

            migrationBuilder.CreateTable(
                name: "planned_vouchers",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    corrects = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    series = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    mapping_version = table.Column<int>(type: "INTEGER", nullable: false),
                    keys = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planned_vouchers", x => new { x.closing_id, x.ordinal });
                    table.CheckConstraint("ck_planned_vouchers_ordinal", "ordinal > 0");
                    table.ForeignKey(
                        name: "FK_planned_vouchers_deliveries_closing_id_ordinal",
                        columns: x => new { x.closing_id, x.ordinal },
                        principalTable: "deliveries",
                        principalColumns: new[] { "closing_id", "ordinal" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "backfills",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_backfills", x => x.id);
                    table.CheckConstraint("ck_backfills_first_to_last", "first <= last");
                    table.ForeignKey(
                        name: "FK_backfills_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_planned_vouchers_key",
                table: "planned_vouchers",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_backfills_company_id_started_at",
                table: "backfills",
                columns: new[] { "company_id", "started_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Vouchers that correct a day cannot be forgotten: put back the copy of before.");
    }
}

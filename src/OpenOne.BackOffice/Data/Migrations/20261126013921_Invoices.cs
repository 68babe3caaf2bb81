using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class Invoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "allows_tip_on_invoice",
                table: "companies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "invoice_sending",
                table: "companies",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "LeftToPeople");

            migrationBuilder.AddColumn<bool>(
                name: "uses_orders",
                table: "companies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "invoice_lanes",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lease_token = table.Column<Guid>(type: "TEXT", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_lanes", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_invoice_lanes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "known_articles",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    spiris_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_articles", x => new { x.company_id, x.number });
                    table.ForeignKey(
                        name: "FK_known_articles_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    receipt_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    customer = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    total_ore = table.Column<long>(type: "INTEGER", nullable: false),
                    vat_ore = table.Column<long>(type: "INTEGER", nullable: false),
                    tip_ore = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.id);
                    table.ForeignKey(
                        name: "FK_receipts_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_receipts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    receipt_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_promised = table.Column<bool>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    draft_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    prices_include_vat = table.Column<bool>(type: "INTEGER", nullable: true),
                    rounding_ore = table.Column<long>(type: "INTEGER", nullable: false),
                    candidates = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    quarantined_until = table.Column<long>(type: "INTEGER", nullable: true),
                    follow_up = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    check_at = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    made_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    made_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_deliveries", x => x.id);
                    table.CheckConstraint("ck_invoice_deliveries_apart_or_not_made", "state NOT IN ('Refused', 'WithTheDay') OR made_id IS NULL");
                    table.CheckConstraint("ck_invoice_deliveries_draft_before_invoice", "state NOT IN ('Drafted', 'Converting', 'Uncertain') OR draft_id IS NOT NULL");
                    table.CheckConstraint("ck_invoice_deliveries_made_has_number", "state <> 'Made' OR (made_id IS NOT NULL AND made_number IS NOT NULL)");
                    table.CheckConstraint("ck_invoice_deliveries_sent_has_attempt", "state NOT IN ('Drafting', 'Converting', 'Uncertain') OR attempts > 0");
                    table.ForeignKey(
                        name: "FK_invoice_deliveries_receipts_id",
                        column: x => x.id,
                        principalTable: "receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_attempts",
                columns: table => new
                {
                    receipt_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    lease_token = table.Column<Guid>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_attempts", x => new { x.receipt_id, x.number });
                    table.ForeignKey(
                        name: "FK_invoice_attempts_invoice_deliveries_receipt_id",
                        column: x => x.receipt_id,
                        principalTable: "invoice_deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_invoice_deliveries_company_id_due_at",
                table: "invoice_deliveries",
                columns: new[] { "company_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_invoice_deliveries_company_id_state",
                table: "invoice_deliveries",
                columns: new[] { "company_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_closing_id",
                table: "receipts",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_company_id_customer_total_ore",
                table: "receipts",
                columns: new[] { "company_id", "customer", "total_ore" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_company_id_register_receipt_number",
                table: "receipts",
                columns: new[] { "company_id", "register", "receipt_number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "invoice_attempts");

            migrationBuilder.DropTable(
                name: "invoice_lanes");

            migrationBuilder.DropTable(
                name: "known_articles");

            migrationBuilder.DropTable(
                name: "invoice_deliveries");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropColumn(
                name: "allows_tip_on_invoice",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "invoice_sending",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "uses_orders",
                table: "companies");
        }
    }
}

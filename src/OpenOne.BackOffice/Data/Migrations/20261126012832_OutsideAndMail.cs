using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class OutsideAndMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_booked_outside",
                table: "deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "export_schedules",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pace = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    recipients = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    grouping = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    series = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    set_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_export_schedules", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_export_schedules_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    export_number = table.Column<int>(type: "INTEGER", nullable: false),
                    recipients = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_mails", x => x.id);
                    table.CheckConstraint("ck_outgoing_mails_sent_iff_when", "(state = 'Sent') = (sent_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_outgoing_mails_exports_company_id_export_number",
                        columns: x => new { x.company_id, x.export_number },
                        principalTable: "exports",
                        principalColumns: new[] { "company_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outside_dismissals",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    voucher_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outside_dismissals", x => new { x.closing_id, x.voucher_id });
                    table.ForeignKey(
                        name: "FK_outside_dismissals_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outside_vouchers",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    voucher_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outside_vouchers", x => new { x.company_id, x.voucher_id });
                    table.ForeignKey(
                        name: "FK_outside_vouchers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_mails_company_id_export_number",
                table: "outgoing_mails",
                columns: new[] { "company_id", "export_number" });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_mails_state_due_at",
                table: "outgoing_mails",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_outside_vouchers_company_id_date",
                table: "outside_vouchers",
                columns: new[] { "company_id", "date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "export_schedules");

            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropTable(
                name: "outside_dismissals");

            migrationBuilder.DropTable(
                name: "outside_vouchers");

            migrationBuilder.DropColumn(
                name: "is_booked_outside",
                table: "deliveries");
        }
    }
}

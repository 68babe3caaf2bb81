using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class Settling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "settlements",
                columns: table => new
                {
                    receipt_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    invoice_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    invoice_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    invoice_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    invoice_total_ore = table.Column<long>(type: "INTEGER", nullable: true),
                    remaining_ore = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settlements", x => x.receipt_id);
                    table.ForeignKey(
                        name: "FK_settlements_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_settlements_receipts_receipt_id",
                        column: x => x.receipt_id,
                        principalTable: "receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "settling_books",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: true),
                    next_read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settling_books", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_settling_books_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_settlements_company_id_state",
                table: "settlements",
                columns: new[] { "company_id", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "settlements");

            migrationBuilder.DropTable(
                name: "settling_books");
        }
    }
}

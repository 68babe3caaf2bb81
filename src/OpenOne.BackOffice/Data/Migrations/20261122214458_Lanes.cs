using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class Lanes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "parked_because",
                table: "lanes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<long>(
                name: "parked_until",
                table: "lanes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "seen_from",
                table: "lanes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "seen_until",
                table: "lanes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "candidates",
                table: "deliveries",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "lost_answers",
                table: "deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "sighted_vouchers",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    voucher_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sighted_vouchers", x => new { x.company_id, x.voucher_id });
                    table.ForeignKey(
                        name: "FK_sighted_vouchers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sighted_vouchers_company_id_key",
                table: "sighted_vouchers",
                columns: new[] { "company_id", "key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sighted_vouchers");

            migrationBuilder.DropColumn(
                name: "parked_because",
                table: "lanes");

            migrationBuilder.DropColumn(
                name: "parked_until",
                table: "lanes");

            migrationBuilder.DropColumn(
                name: "seen_from",
                table: "lanes");

            migrationBuilder.DropColumn(
                name: "seen_until",
                table: "lanes");

            migrationBuilder.DropColumn(
                name: "candidates",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "lost_answers",
                table: "deliveries");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class Sweeps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_decisions_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_decisions_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sweeps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_as = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: true),
                    compared = table.Column<int>(type: "INTEGER", nullable: false),
                    seen = table.Column<int>(type: "INTEGER", nullable: false),
                    finding_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweeps", x => x.id);
                    table.CheckConstraint("ck_sweeps_problem_iff_broken_off", "(ended_as = 'BrokenOff') = (problem IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_sweeps_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sweep_findings",
                columns: table => new
                {
                    sweep_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    vouchers = table.Column<string>(type: "TEXT", nullable: false),
                    closing_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    alteration = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweep_findings", x => new { x.sweep_id, x.number });
                    table.ForeignKey(
                        name: "FK_sweep_findings_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_sweep_findings_sweeps_sweep_id",
                        column: x => x.sweep_id,
                        principalTable: "sweeps",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_closing_id",
                table: "decisions",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_company_id_closing_id",
                table: "decisions",
                columns: new[] { "company_id", "closing_id" });

            migrationBuilder.CreateIndex(
                name: "IX_sweep_findings_closing_id",
                table: "sweep_findings",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_sweeps_company_id_started_at",
                table: "sweeps",
                columns: new[] { "company_id", "started_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "sweep_findings");

            migrationBuilder.DropTable(
                name: "sweeps");
        }
    }
}

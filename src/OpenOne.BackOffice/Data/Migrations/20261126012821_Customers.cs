using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class Customers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customer_books",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    read_until = table.Column<long>(type: "INTEGER", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    whole_read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stamp = table.Column<long>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: true),
                    next_read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_books", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_customer_books_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_creations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    customer_number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    identity = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    customer_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    failures = table.Column<int>(type: "INTEGER", nullable: false),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    quarantined_until = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    city = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    country_code = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    wanted_number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    is_private_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    organisation_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    postal_code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_creations", x => x.id);
                    table.CheckConstraint("ck_customer_creations_created_has_customer", "state NOT IN ('Created', 'Ended') OR customer_id IS NOT NULL");
                    table.CheckConstraint("ck_customer_creations_due_iff_open", "(due_at IS NULL) = (state IN ('Created', 'Refused', 'Ended'))");
                    table.CheckConstraint("ck_customer_creations_sent_has_body", "state NOT IN ('InFlight', 'Uncertain') OR (attempts > 0 AND body IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_customer_creations_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customers",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    spiris_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    customer_number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    organisation_number = table.Column<string>(type: "TEXT", nullable: true),
                    identity = table.Column<string>(type: "TEXT", nullable: true),
                    is_private_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    postal_code = table.Column<string>(type: "TEXT", nullable: true),
                    city = table.Column<string>(type: "TEXT", nullable: true),
                    country_code = table.Column<string>(type: "TEXT", nullable: true),
                    changed_in_spiris_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sort_name = table.Column<string>(type: "TEXT", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers", x => new { x.company_id, x.spiris_id });
                    table.ForeignKey(
                        name: "FK_customers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customer_creations_company_id_content_hash",
                table: "customer_creations",
                columns: new[] { "company_id", "content_hash" },
                unique: true,
                filter: "state NOT IN ('Refused', 'Ended')");

            migrationBuilder.CreateIndex(
                name: "IX_customer_creations_company_id_customer_number",
                table: "customer_creations",
                columns: new[] { "company_id", "customer_number" },
                unique: true,
                filter: "customer_number IS NOT NULL AND state NOT IN ('Refused', 'Ended')");

            migrationBuilder.CreateIndex(
                name: "IX_customer_creations_company_id_identity",
                table: "customer_creations",
                columns: new[] { "company_id", "identity" },
                unique: true,
                filter: "identity IS NOT NULL AND state NOT IN ('Refused', 'Ended')");

            migrationBuilder.CreateIndex(
                name: "IX_customer_creations_due_at",
                table: "customer_creations",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id_changed_at_spiris_id",
                table: "customers",
                columns: new[] { "company_id", "changed_at", "spiris_id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id_customer_number",
                table: "customers",
                columns: new[] { "company_id", "customer_number" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id_identity",
                table: "customers",
                columns: new[] { "company_id", "identity" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id_sort_name_spiris_id",
                table: "customers",
                columns: new[] { "company_id", "sort_name", "spiris_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_books");

            migrationBuilder.DropTable(
                name: "customer_creations");

            migrationBuilder.DropTable(
                name: "customers");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class CustomerSearchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_company_id_sort_name_spiris_id",
                table: "customers");

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id_sort_name_spiris_id_state_search_text",
                table: "customers",
                columns: new[] { "company_id", "sort_name", "spiris_id", "state", "search_text" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_company_id_sort_name_spiris_id_state_search_text",
                table: "customers");

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id_sort_name_spiris_id",
                table: "customers",
                columns: new[] { "company_id", "sort_name", "spiris_id" });
        }
    }
}

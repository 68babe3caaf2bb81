using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenOne.BackOffice.Data.Migrations
{
    /// <inheritdoc />
    public partial class ArticlesNamesAndSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customers_company_id_sort_name_spiris_id",
                table: "customers");

            migrationBuilder.AddColumn<string>(
                name: "customer_name",
                table: "receipts",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen",
                table: "known_articles",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen_by",
                table: "known_articles",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

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

            migrationBuilder.DropColumn(
                name: "customer_name",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "chosen",
                table: "known_articles");

            migrationBuilder.DropColumn(
                name: "chosen_by",
                table: "known_articles");

            migrationBuilder.CreateIndex(
                name: "IX_customers_company_id_sort_name_spiris_id",
                table: "customers",
                columns: new[] { "company_id", "sort_name", "spiris_id" });
        }
    }
}

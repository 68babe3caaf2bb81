using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace OpenOne.BackOffice.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Beginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The database's clock has one name on both stores: this is SQLite's, and PostgreSQL learns it.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION unixepoch(modifier text) RETURNS double precision LANGUAGE sql VOLATILE
                AS $$ SELECT extract(epoch FROM clock_timestamp())::double precision $$
                """);

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "installations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    sealed_word = table.Column<byte[]>(type: "bytea", nullable: false),
                    wall = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installations", x => x.id);
                    table.CheckConstraint("ck_installations_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    normalized_email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    security_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<long>(type: "bigint", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "companies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sync_sales = table.Column<bool>(type: "boolean", nullable: false),
                    accounting_from = table.Column<DateOnly>(type: "date", nullable: true),
                    voucher_series = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    invoices_in_spiris = table.Column<bool>(type: "boolean", nullable: false),
                    allows_tip_on_invoice = table.Column<bool>(type: "boolean", nullable: false),
                    uses_orders = table.Column<bool>(type: "boolean", nullable: false),
                    invoice_sending = table.Column<string>(type: "text", nullable: false, defaultValue: "LeftToPeople", collation: "C"),
                    mode = table.Column<string>(type: "text", nullable: false, defaultValue: "Automatic", collation: "C"),
                    days_paused_through = table.Column<DateOnly>(type: "date", nullable: true),
                    when_unmapped = table.Column<string>(type: "text", nullable: false, defaultValue: "HoldDay", collation: "C"),
                    posting_stopped_because = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_companies", x => x.id);
                    table.ForeignKey(
                        name: "FK_companies_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "default_charts",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_default_charts", x => new { x.organisation_id, x.version });
                    table.ForeignKey(
                        name: "FK_default_charts_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_memberships", x => new { x.user_id, x.organisation_id });
                    table.ForeignKey(
                        name: "FK_memberships_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_memberships_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claim_value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "FK_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_display_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "FK_api_keys_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "authorisation_requests",
                columns: table => new
                {
                    state_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_verifier = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_authorisation_requests", x => x.state_hash);
                    table.ForeignKey(
                        name: "FK_authorisation_requests_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "backfills",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first = table.Column<DateOnly>(type: "date", nullable: false),
                    last = table.Column<DateOnly>(type: "date", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    changed_at = table.Column<long>(type: "bigint", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "books_cost_centre_groups",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_books_cost_centre_groups", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_books_cost_centre_groups_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "books_profiles",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_at = table.Column<long>(type: "bigint", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_books_profiles", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_books_profiles_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "books_vat_codes",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    percent = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_books_vat_codes", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_books_vat_codes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "books_years",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_locked = table.Column<bool>(type: "boolean", nullable: false),
                    chart_read_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_books_years", x => new { x.company_id, x.id });
                    table.CheckConstraint("ck_books_years_in_order", "first_day <= last_day");
                    table.ForeignKey(
                        name: "FK_books_years_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    z_number = table.Column<int>(type: "integer", nullable: false),
                    business_date = table.Column<DateOnly>(type: "date", nullable: false),
                    total_ore = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    document_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closings", x => x.id);
                    table.ForeignKey(
                        name: "FK_closings_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "connections",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    spiris_company_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    organisation_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    authorised_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    authorised_at = table.Column<long>(type: "bigint", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    access_token = table.Column<byte[]>(type: "bytea", nullable: false),
                    access_token_expires_at = table.Column<long>(type: "bigint", nullable: false),
                    refresh_token = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    refresh_claim = table.Column<Guid>(type: "uuid", nullable: true),
                    refresh_closed_until = table.Column<long>(type: "bigint", nullable: false),
                    refreshes_unanswered = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_connections", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_connections_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_books",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_until = table.Column<long>(type: "bigint", nullable: true),
                    read_at = table.Column<long>(type: "bigint", nullable: true),
                    whole_read_at = table.Column<long>(type: "bigint", nullable: true),
                    stamp = table.Column<long>(type: "bigint", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    next_read_at = table.Column<long>(type: "bigint", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    identity = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reasons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    looked_at = table.Column<long>(type: "bigint", nullable: true),
                    quarantined_until = table.Column<long>(type: "bigint", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    leased_until = table.Column<long>(type: "bigint", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    city = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    country_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    wanted_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_private_person = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    organisation_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    postal_code = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    spiris_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    organisation_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    identity = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_private_person = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    postal_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    city = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    country_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    changed_in_spiris_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    sort_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    search_text = table.Column<string>(type: "text", nullable: false, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "export_schedules",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pace = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recipients = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    grouping = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    series = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                name: "exports",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    first_date = table.Column<DateOnly>(type: "date", nullable: false),
                    last_date = table.Column<DateOnly>(type: "date", nullable: false),
                    grouping = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    series = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    made_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    file = table.Column<byte[]>(type: "bytea", nullable: false),
                    file_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    closing_count = table.Column<int>(type: "integer", nullable: false),
                    voucher_count = table.Column<int>(type: "integer", nullable: false),
                    total_ore = table.Column<long>(type: "bigint", nullable: false)
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
                name: "invoice_lanes",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_token = table.Column<Guid>(type: "uuid", nullable: true),
                    leased_until = table.Column<long>(type: "bigint", nullable: false)
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
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    spiris_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chosen = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    chosen_by = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                name: "lanes",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_token = table.Column<Guid>(type: "uuid", nullable: true),
                    leased_until = table.Column<long>(type: "bigint", nullable: false),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    parked_until = table.Column<long>(type: "bigint", nullable: true),
                    parked_because = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seen_until = table.Column<long>(type: "bigint", nullable: true),
                    seen_from = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lanes", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_lanes_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mappings",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    follows_default = table.Column<int>(type: "integer", nullable: true),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mappings", x => new { x.company_id, x.version });
                    table.ForeignKey(
                        name: "FK_mappings_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outside_vouchers",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voucher_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    origin = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rows = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seen_at = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "readiness",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_at = table.Column<long>(type: "bigint", nullable: true),
                    report = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claimed_until = table.Column<long>(type: "bigint", nullable: true),
                    series_trusted_since = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readiness", x => x.company_id);
                    table.ForeignKey(
                        name: "FK_readiness_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "readiness_history",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_at = table.Column<long>(type: "bigint", nullable: false),
                    trigger = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    blocked = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readiness_history", x => x.id);
                    table.CheckConstraint("ck_readiness_history_asked_by_a_person", "(\"trigger\" = 'Person') = (asked_by IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_readiness_history_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "settling_books",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_at = table.Column<long>(type: "bigint", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    next_read_at = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "sighted_vouchers",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voucher_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    settled_by = table.Column<string>(type: "text", nullable: true, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "stores",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stores", x => x.id);
                    table.UniqueConstraint("AK_stores_company_id_id", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_stores_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sweeps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_date = table.Column<DateOnly>(type: "date", nullable: false),
                    last_date = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_as = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    compared = table.Column<int>(type: "integer", nullable: false),
                    seen = table.Column<int>(type: "integer", nullable: false),
                    finding_count = table.Column<int>(type: "integer", nullable: false)
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
                name: "default_chart_rows",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_default_chart_rows", x => new { x.organisation_id, x.version, x.key });
                    table.ForeignKey(
                        name: "FK_default_chart_rows_default_charts_organisation_id_version",
                        columns: x => new { x.organisation_id, x.version },
                        principalTable: "default_charts",
                        principalColumns: new[] { "organisation_id", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "books_cost_centres",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_books_cost_centres", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_books_cost_centres_books_cost_centre_groups_company_id_grou~",
                        columns: x => new { x.company_id, x.group_id },
                        principalTable: "books_cost_centre_groups",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "books_accounts",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    vat_code_id = table.Column<Guid>(type: "uuid", nullable: true),
                    allows_cost_centres = table.Column<bool>(type: "boolean", nullable: false),
                    requires_cost_centre = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_books_accounts", x => new { x.company_id, x.year_id, x.number });
                    table.ForeignKey(
                        name: "FK_books_accounts_books_years_company_id_year_id",
                        columns: x => new { x.company_id, x.year_id },
                        principalTable: "books_years",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conflicting_closings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conflicting_closings", x => x.id);
                    table.ForeignKey(
                        name: "FK_conflicting_closings_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
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
                name: "outside_dismissals",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voucher_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
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
                name: "receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receipt_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    customer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    total_ore = table.Column<long>(type: "bigint", nullable: false),
                    vat_ore = table.Column<long>(type: "bigint", nullable: false),
                    tip_ore = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: true)
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
                name: "seen_keys",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    first_seen_at = table.Column<long>(type: "bigint", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seen_keys", x => new { x.company_id, x.key });
                    table.ForeignKey(
                        name: "FK_seen_keys_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_seen_keys_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    to_approve = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    approved = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    business_date = table.Column<DateOnly>(type: "date", nullable: false),
                    z_number = table.Column<int>(type: "integer", nullable: false),
                    register = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reasons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    lost_answers = table.Column<int>(type: "integer", nullable: false),
                    quarantined_until = table.Column<long>(type: "bigint", nullable: true),
                    mapping_version = table.Column<int>(type: "integer", nullable: true),
                    candidates = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    exported_in = table.Column<int>(type: "integer", nullable: true),
                    is_booked_outside = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    posted_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    posted_number = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => new { x.closing_id, x.ordinal });
                    table.CheckConstraint("ck_deliveries_booked_iff_voucher", "(state IN ('Booked', 'Corrected')) = (posted_id IS NOT NULL)");
                    table.CheckConstraint("ck_deliveries_composed_iff_to_approve", "(state = 'Composed') = (to_approve IS NOT NULL)");
                    table.CheckConstraint("ck_deliveries_exported_is_not_sent", "exported_in IS NULL OR state IN ('Skipped', 'NeedsAttention')");
                    table.CheckConstraint("ck_deliveries_ordinal", "ordinal >= 0");
                    table.CheckConstraint("ck_deliveries_sent_has_attempt", "state NOT IN ('InFlight', 'Uncertain') OR attempts > 0");
                    table.ForeignKey(
                        name: "FK_deliveries_closings_closing_id",
                        column: x => x.closing_id,
                        principalTable: "closings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_deliveries_exports_company_id_exported_in",
                        columns: x => new { x.company_id, x.exported_in },
                        principalTable: "exports",
                        principalColumns: new[] { "company_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "export_releases",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    export_number = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    export_number = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    total_ore = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    export_number = table.Column<int>(type: "integer", nullable: false),
                    recipients = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sent_at = table.Column<long>(type: "bigint", nullable: true)
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
                name: "cost_centre_rows",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: true),
                    first_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    second_id = table.Column<Guid>(type: "uuid", nullable: true),
                    second_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    third_id = table.Column<Guid>(type: "uuid", nullable: true),
                    third_name = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cost_centre_rows", x => new { x.company_id, x.version, x.subject });
                    table.CheckConstraint("ck_cost_centre_rows_say_something", "COALESCE(first_id, second_id, third_id) IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_cost_centre_rows_mappings_company_id_version",
                        columns: x => new { x.company_id, x.version },
                        principalTable: "mappings",
                        principalColumns: new[] { "company_id", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mapping_rows",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mapping_rows", x => new { x.company_id, x.version, x.key });
                    table.ForeignKey(
                        name: "FK_mapping_rows_mappings_company_id_version",
                        columns: x => new { x.company_id, x.version },
                        principalTable: "mappings",
                        principalColumns: new[] { "company_id", "version" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registers",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    designation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    store_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registers", x => new { x.company_id, x.designation });
                    table.ForeignKey(
                        name: "FK_registers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_registers_stores_company_id_store_id",
                        columns: x => new { x.company_id, x.store_id },
                        principalTable: "stores",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sweep_findings",
                columns: table => new
                {
                    sweep_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    vouchers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: true),
                    alteration = table.Column<string>(type: "text", nullable: true, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "invoice_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    register = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    receipt_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reasons = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    is_promised = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    draft_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    prices_include_vat = table.Column<bool>(type: "boolean", nullable: true),
                    rounding_ore = table.Column<long>(type: "bigint", nullable: false),
                    candidates = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    quarantined_until = table.Column<long>(type: "bigint", nullable: true),
                    follow_up = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    check_at = table.Column<long>(type: "bigint", nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    made_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    made_number = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                name: "settlements",
                columns: table => new
                {
                    receipt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    invoice_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    invoice_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    invoice_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    invoice_total_ore = table.Column<long>(type: "bigint", nullable: true),
                    remaining_ore = table.Column<long>(type: "bigint", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    read_at = table.Column<long>(type: "bigint", nullable: false)
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
                name: "attempts",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    lease_token = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mapping_version = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    begun_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attempts", x => new { x.closing_id, x.ordinal, x.number });
                    table.ForeignKey(
                        name: "FK_attempts_deliveries_closing_id_ordinal",
                        columns: x => new { x.closing_id, x.ordinal },
                        principalTable: "deliveries",
                        principalColumns: new[] { "closing_id", "ordinal" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_vouchers",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    corrects = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rows = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mapping_version = table.Column<int>(type: "integer", nullable: false),
                    keys = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_at = table.Column<long>(type: "bigint", nullable: false)
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
                name: "exported_closings",
                columns: table => new
                {
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    export_number = table.Column<int>(type: "integer", nullable: false),
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voucher_ordinal = table.Column<int>(type: "integer", nullable: false),
                    mapping_version = table.Column<int>(type: "integer", nullable: false)
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
                        name: "FK_exported_closings_exported_vouchers_company_id_export_numbe~",
                        columns: x => new { x.company_id, x.export_number, x.voucher_ordinal },
                        principalTable: "exported_vouchers",
                        principalColumns: new[] { "company_id", "export_number", "ordinal" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_attempts",
                columns: table => new
                {
                    receipt_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lease_token = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    begun_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "vouchers",
                columns: table => new
                {
                    closing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    attempt_number = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    total_ore = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vouchers", x => new { x.closing_id, x.ordinal, x.attempt_number });
                    table.ForeignKey(
                        name: "FK_vouchers_attempts_closing_id_ordinal_attempt_number",
                        columns: x => new { x.closing_id, x.ordinal, x.attempt_number },
                        principalTable: "attempts",
                        principalColumns: new[] { "closing_id", "ordinal", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_company_id",
                table: "api_keys",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_authorisation_requests_company_id",
                table: "authorisation_requests",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "IX_backfills_company_id_started_at",
                table: "backfills",
                columns: new[] { "company_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_books_cost_centres_company_id_group_id",
                table: "books_cost_centres",
                columns: new[] { "company_id", "group_id" });

            migrationBuilder.CreateIndex(
                name: "IX_closings_company_id_business_date",
                table: "closings",
                columns: new[] { "company_id", "business_date" });

            migrationBuilder.CreateIndex(
                name: "IX_closings_company_id_register_z_number",
                table: "closings",
                columns: new[] { "company_id", "register", "z_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_companies_organisation_id_organisation_number",
                table: "companies",
                columns: new[] { "organisation_id", "organisation_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conflicting_closings_closing_id_content_hash",
                table: "conflicting_closings",
                columns: new[] { "closing_id", "content_hash" },
                unique: true);

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
                name: "IX_customers_company_id_sort_name_spiris_id_state_search_text",
                table: "customers",
                columns: new[] { "company_id", "sort_name", "spiris_id", "state", "search_text" });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_closing_id",
                table: "decisions",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_company_id_closing_id",
                table: "decisions",
                columns: new[] { "company_id", "closing_id" });

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
                name: "IX_exported_closings_closing_id",
                table: "exported_closings",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_exported_closings_company_id_export_number_voucher_ordinal",
                table: "exported_closings",
                columns: new[] { "company_id", "export_number", "voucher_ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_invoice_deliveries_company_id_due_at",
                table: "invoice_deliveries",
                columns: new[] { "company_id", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_invoice_deliveries_company_id_state",
                table: "invoice_deliveries",
                columns: new[] { "company_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_memberships_organisation_id",
                table: "memberships",
                column: "organisation_id");

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

            migrationBuilder.CreateIndex(
                name: "IX_planned_vouchers_key",
                table: "planned_vouchers",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_readiness_history_company_id_checked_at",
                table: "readiness_history",
                columns: new[] { "company_id", "checked_at" });

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

            migrationBuilder.CreateIndex(
                name: "IX_registers_company_id_store_id",
                table: "registers",
                columns: new[] { "company_id", "store_id" });

            migrationBuilder.CreateIndex(
                name: "IX_seen_keys_closing_id",
                table: "seen_keys",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_settlements_company_id_state",
                table: "settlements",
                columns: new[] { "company_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_sighted_vouchers_company_id_key",
                table: "sighted_vouchers",
                columns: new[] { "company_id", "key" });

            migrationBuilder.CreateIndex(
                name: "IX_stores_company_id_name",
                table: "stores",
                columns: new[] { "company_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sweep_findings_closing_id",
                table: "sweep_findings",
                column: "closing_id");

            migrationBuilder.CreateIndex(
                name: "IX_sweeps_company_id_started_at",
                table: "sweeps",
                columns: new[] { "company_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_vouchers_key",
                table: "vouchers",
                column: "key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION unixepoch(text)");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "authorisation_requests");

            migrationBuilder.DropTable(
                name: "backfills");

            migrationBuilder.DropTable(
                name: "books_accounts");

            migrationBuilder.DropTable(
                name: "books_cost_centres");

            migrationBuilder.DropTable(
                name: "books_profiles");

            migrationBuilder.DropTable(
                name: "books_vat_codes");

            migrationBuilder.DropTable(
                name: "conflicting_closings");

            migrationBuilder.DropTable(
                name: "connections");

            migrationBuilder.DropTable(
                name: "cost_centre_rows");

            migrationBuilder.DropTable(
                name: "customer_books");

            migrationBuilder.DropTable(
                name: "customer_creations");

            migrationBuilder.DropTable(
                name: "customers");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "default_chart_rows");

            migrationBuilder.DropTable(
                name: "export_releases");

            migrationBuilder.DropTable(
                name: "export_schedules");

            migrationBuilder.DropTable(
                name: "exported_closings");

            migrationBuilder.DropTable(
                name: "installations");

            migrationBuilder.DropTable(
                name: "invoice_attempts");

            migrationBuilder.DropTable(
                name: "invoice_lanes");

            migrationBuilder.DropTable(
                name: "known_articles");

            migrationBuilder.DropTable(
                name: "lanes");

            migrationBuilder.DropTable(
                name: "mapping_rows");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropTable(
                name: "outside_dismissals");

            migrationBuilder.DropTable(
                name: "outside_vouchers");

            migrationBuilder.DropTable(
                name: "planned_vouchers");

            migrationBuilder.DropTable(
                name: "readiness");

            migrationBuilder.DropTable(
                name: "readiness_history");

            migrationBuilder.DropTable(
                name: "registers");

            migrationBuilder.DropTable(
                name: "seen_keys");

            migrationBuilder.DropTable(
                name: "settlements");

            migrationBuilder.DropTable(
                name: "settling_books");

            migrationBuilder.DropTable(
                name: "sighted_vouchers");

            migrationBuilder.DropTable(
                name: "sweep_findings");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "vouchers");

            migrationBuilder.DropTable(
                name: "books_years");

            migrationBuilder.DropTable(
                name: "books_cost_centre_groups");

            migrationBuilder.DropTable(
                name: "default_charts");

            migrationBuilder.DropTable(
                name: "exported_vouchers");

            migrationBuilder.DropTable(
                name: "invoice_deliveries");

            migrationBuilder.DropTable(
                name: "mappings");

            migrationBuilder.DropTable(
                name: "stores");

            migrationBuilder.DropTable(
                name: "sweeps");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "attempts");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "closings");

            migrationBuilder.DropTable(
                name: "exports");

            migrationBuilder.DropTable(
                name: "companies");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}

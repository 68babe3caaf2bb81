#!/usr/bin/env bash
# Adds a migration for a change of the model: one for SQLite and one for PostgreSQL, under the same name.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'HELP'
tools/add-migration.sh NAME [--onto BRANCH]

  NAME            what changes, as a noun: StoreRegisters
  --onto BRANCH   first puts both sets of migrations back to BRANCH's, which drops those that only this branch has: for when
                  another branch has added one meanwhile. Add yours anew with it, and never change one that others have.
HELP
}

readonly project=src/OpenOne.BackOffice
readonly sets=("$project/Data/Migrations" "$project/Data/Postgres/Migrations")

name=''
onto=''
while (($# > 0)); do
    case $1 in
        --onto) onto=${2:?--onto needs the name of a branch}; shift 2 ;;
        -h | --help) usage; exit 0 ;;
        -*) echo "There is no option '$1'." >&2; usage >&2; exit 1 ;;
        *) name=$1; shift ;;
    esac
done
[[ $name =~ ^[A-Z][A-Za-z0-9]+$ ]] || { usage >&2; exit 1; }

if [[ -n $onto ]]; then
    for set in "${sets[@]}"; do
        rm -rf "$set"
        git checkout "$onto" -- "$set"
    done
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1
dotnet tool restore > /dev/null
dotnet build "$project" --verbosity quiet -p:RunAnalyzers=false
dotnet ef migrations add "$name" --no-build --project "$project" --context BackOfficeDb --output-dir Data/Migrations
dotnet ef migrations add "$name" --no-build --project "$project" --context PostgresDb --output-dir Data/Postgres/Migrations

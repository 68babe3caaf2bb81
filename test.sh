#!/usr/bin/env bash
# Installs what is missing, builds once, runs every test project, and ends with one line: N passed, N failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    cat <<'HELP'
./test.sh [--filter PROJECT]

  --filter PROJECT   only the test projects whose name contains PROJECT

Output and reports of each project are kept in artifacts/test-results. A project that runs longer than
TEST_TIMEOUT_SECONDS (2700) is stopped and counts as failed.
HELP
}

filter=''
while (($# > 0)); do
    case $1 in
        --filter) filter=${2:?--filter needs the name of a project}; shift 2 ;;
        -h | --help) usage; exit 0 ;;
        *) echo "There is no option '$1'." >&2; usage >&2; exit 1 ;;
    esac
done

# Nothing of the build may outlive this script: no build servers, no nodes waiting for more work.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

# Servers that live for a second do not repay being measured for a better compilation.
export DOTNET_TieredPGO=0

readonly results=artifacts/test-results
readonly timeout_seconds=${TEST_TIMEOUT_SECONDS:-2700}
passed=0
failed=0
skipped=0
trouble=()
group=''

stop() {
    echo "$1" >&2
    exit 1
}

# Runs a command as root, where that is possible without asking anybody.
as_root() {
    if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

# install WHAT-FOR PACKAGE...: Debian's packages, or a plain word about what is missing.
install() {
    local purpose=$1
    shift
    echo "Installing $* (for $purpose) ..."
    if command -v apt-get > /dev/null && as_root true 2> /dev/null; then
        {
            as_root apt-get update -q
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
        } > "$results/apt.log" 2>&1 && return
        tail -n 5 "$results/apt.log" >&2
    fi
    stop "For $purpose, install: $*"
}

# The test projects of the solution, one path a line, without those that only serve other tests.
projects_of_solution() {
    sed -n 's/.*Path="\(tests\/[^"]*\.csproj\)".*/\1/p' OpenOne.slnx | while read -r project; do
        grep -q '<IsTestProject>false</IsTestProject>' "$project" || echo "$project"
    done
}

# A test project that the solution does not know would never run, and nobody would notice.
require_all_in_solution() {
    local project
    for project in tests/*/*.csproj; do
        grep -q "Path=\"$project\"" OpenOne.slnx \
            || stop "$project is not in OpenOne.slnx, so its tests would never run."
    done
}

select_projects() {
    local project name
    while read -r project; do
        name=$(basename "$project" .csproj)
        if [[ -n $filter && $name != *"$filter"* ]]; then
            continue
        elif [[ $name == *.SharedChecks && ! -d ../shared ]]; then
            echo "Left out: $name checks against ../shared, which is not here."
        else
            selected+=("$project")
        fi
    done < <(projects_of_solution)
    ((${#selected[@]} > 0)) || stop "No test project's name contains '$filter'."
}

install_what_is_missing() {
    command -v dotnet > /dev/null || stop 'The .NET SDK 10.0 is missing: https://dotnet.microsoft.com/download'
    dotnet --version > /dev/null 2>&1 \
        || stop "The .NET SDK that global.json asks for is missing; there is only: $(dotnet --list-sdks)"
    if grep -q '"Microsoft.Playwright"' "${selected[@]}" && ! command -v chromium > /dev/null; then
        install 'the browser tests' chromium fonts-dejavu-core
    fi
    if [[ ${selected[*]} == *Postgres* ]] && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null && ! command -v initdb > /dev/null; then
        install 'the tests on PostgreSQL' postgresql
    fi
    if [[ ${selected[*]} == *Postgres* ]] && ! command -v faketime > /dev/null; then
        install 'the tests of wrong clocks' faketime
    fi
    if [[ ${selected[*]} == *OpenOne.BackOffice.Tests* ]] && ! { command -v strace && command -v sqlite3; } > /dev/null; then
        install 'the tests of failing disks and of restoring a backup' strace sqlite3
    fi
    if [[ ${selected[*]} == *OpenOne.Sie.Tests* ]] && ! command -v afl-fuzz > /dev/null; then
        install 'fuzzing the reader of SIE files' afl++
    fi
}

# count ATTRIBUTE REPORT: the sum of an attribute over the assemblies of an xUnit report.
count() {
    grep -o '<assembly [^>]*>' "$2" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

# Each failed test of an xUnit report with what it said, so that nobody has to search the log for it.
failures() {
    awk 'BEGIN { RS = "<test " } /result="Fail"/ {
        split($0, attribute, "\"")
        from = index($0, "<message>") + 9
        print "FAILED " attribute[4] "\n" substr($0, from, index($0, "</message>") - from)
    }' "$1"
}

# Ends what is left of the project that ran last; also when this script is interrupted.
end_group() {
    [[ -n $group ]] && kill -KILL -- "-$group" 2> /dev/null
}
trap 'end_group || true' EXIT

# Runs one project in a process group of its own, so that whatever it leaves behind can be found and ended.
run() {
    local project=$1 name report log code=0
    name=$(basename "$project" .csproj)
    report=$results/$name.xml
    log=$results/$name.log
    echo "Running $name ..."
    timeout --kill-after=15 "$timeout_seconds" dotnet test --project "$project" --configuration Release --no-build \
        --results-directory "$PWD/$results" --report-xunit-xml --report-xunit-xml-filename "$name.xml" \
        < /dev/null > "$log" 2>&1 &
    group=$!
    wait "$group" || code=$?
    if end_group && ((code != 124 && code != 137)); then
        trouble+=("$name left processes behind; they were ended.")
    fi
    judge "$name" "$report" "$log" "$code"
}

# Adds up one report. What ended badly without a failing test counts as one failure, so that it cannot be overlooked.
judge() {
    local name=$1 report=$2 log=$3 code=$4 ok=0 bad=0 left=0
    if [[ -s $report ]]; then
        ok=$(count passed "$report")
        bad=$(($(count failed "$report") + $(count errors "$report")))
        left=$(count skipped "$report")
    fi
    if ((code == 124 || code == 137)); then
        trouble+=("$name was stopped after $timeout_seconds s.")
        bad=$((bad + 1))
    elif ((ok + bad == 0)); then
        trouble+=("$name ran no test.")
        bad=1
    elif ((code != 0 && bad == 0)); then
        trouble+=("$name ended with code $code although no test failed.")
        bad=1
    fi
    echo "  $ok passed, $bad failed, $left skipped"
    if ((bad > 0)); then
        {
            tail -n 100 "$log"
            [[ ! -s $report ]] || failures "$report"
        } | sed 's/^/  | /'
    fi
    passed=$((passed + ok))
    failed=$((failed + bad))
    skipped=$((skipped + left))
}

build() {
    local target
    echo 'Building ...'
    for target in "$@"; do
        dotnet restore "$target" --verbosity quiet
        dotnet build "$target" --configuration Release --no-restore --verbosity quiet
    done
}

rm -rf "$results"
mkdir -p "$results"
selected=()
require_all_in_solution
select_projects
install_what_is_missing
if [[ -n $filter ]]; then build "${selected[@]}"; else build OpenOne.slnx; fi

for project in "${selected[@]}"; do
    run "$project"
done

echo
for line in "${trouble[@]}"; do
    echo "$line"
done
((skipped == 0)) || echo "$skipped skipped"
echo "$passed passed, $failed failed"
((failed == 0))

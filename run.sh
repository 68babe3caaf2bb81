#!/usr/bin/env bash
# Builds and starts OPEN One BackOffice and the Spiris sandbox, and books six real evenings through them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
    cat <<'HELP'
./run.sh [--once] [--keep]

  --once   stop when the demo is done; the exit code tells whether every closing was booked
  --keep   keep BackOffice's data of the run before; the sandbox always starts with empty books

OPENONE_PORT (5080) and SANDBOX_PORT (5090) choose other ports. Logs and data: artifacts/demo.
HELP
}

once=false
keep=false
for option in "$@"; do
    case $option in
        --once) once=true ;;
        --keep) keep=true ;;
        -h | --help) usage; exit 0 ;;
        *) echo "There is no option '$option'." >&2; usage >&2; exit 1 ;;
    esac
done

# Nothing of the build may outlive this script: no build servers, no nodes waiting for more work.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

readonly openone_port=${OPENONE_PORT:-5080}
readonly sandbox_port=${SANDBOX_PORT:-5090}
readonly openone=http://localhost:$openone_port
readonly sandbox=http://localhost:$sandbox_port
readonly data=$PWD/artifacts/demo
names=()
pids=()
started_pid=''

stop() {
    echo "$1" >&2
    exit 1
}

require_sdk() {
    command -v dotnet > /dev/null || stop 'The .NET SDK 10.0 is missing: https://dotnet.microsoft.com/download'
    dotnet --version > /dev/null 2>&1 \
        || stop "The .NET SDK that global.json asks for is missing; there is only: $(dotnet --list-sdks)"
}

# require_free PORT VARIABLE: nobody listens there yet.
require_free() {
    local host
    for host in 127.0.0.1 ::1; do
        if (exec 3<> "/dev/tcp/$host/$1") 2> /dev/null; then
            stop "Port $1 is taken by another program: stop that one, or choose another port with $2."
        fi
    done
}

publish() {
    local project
    echo 'Building ...'
    for project in SpirisSandbox OpenOne.BackOffice OpenOne.Cli; do
        dotnet publish "src/$project" --configuration Release --verbosity quiet > "$data/build.log" 2>&1 \
            || { cat "$data/build.log" >&2; stop "$project does not build."; }
    done
}

# start NAME DLL ARGUMENT...: in the background, from the folder of its own files, its output in a log of its name.
start() {
    local name=$1 dll=$PWD/artifacts/publish/$2
    shift 2
    (cd "$(dirname "$dll")" && exec dotnet "$dll" "$@") < /dev/null > "$data/$name.log" 2>&1 &
    started_pid=$!
    names+=("$name")
    pids+=("$started_pid")
}

is_running() {
    kill -0 "$1" 2> /dev/null
}

# A server that ends by itself takes the others with it, and its log says why.
require_all_running() {
    local index
    for index in "${!pids[@]}"; do
        if ! is_running "${pids[$index]}"; then
            tail -n 20 "$data/${names[$index]}.log" >&2
            stop "${names[$index]} has stopped; the last lines of $data/${names[$index]}.log are above."
        fi
    done
}

# Asks our own processes to stop, and ends those that have not after 15 seconds.
stop_all() {
    local pid patience=150
    trap - EXIT
    for pid in ${demo_pid:+"$demo_pid"} "${pids[@]}"; do
        kill -TERM "$pid" 2> /dev/null || true
    done
    for pid in ${demo_pid:+"$demo_pid"} "${pids[@]}"; do
        while is_running "$pid" && ((patience-- > 0)); do
            sleep 0.1
        done
        kill -KILL "$pid" 2> /dev/null || true
        wait "$pid" 2> /dev/null || true
    done
}

require_sdk
require_free "$openone_port" OPENONE_PORT
require_free "$sandbox_port" SANDBOX_PORT
$keep || rm -rf "$data"
rm -f artifacts/demo.json
mkdir -p "$data"
publish

demo_pid=''
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

start sandbox SpirisSandbox/release/SpirisSandbox.dll --urls "$sandbox"
start backoffice OpenOne.BackOffice/release/OpenOne.BackOffice.dll --urls "$openone" \
    "--PublicAddress=$openone" "--DataDirectory=$data/backoffice" --Demo:Enabled=true \
    "--Spiris:Identity=$sandbox" "--Spiris:Api=$sandbox" \
    --Spiris:ClientId=openone-backoffice --Spiris:ClientSecret=openone-backoffice-secret

dotnet artifacts/publish/OpenOne.Cli/release/openone.dll demo \
    --server "$openone" --sandbox "$sandbox" --keys "$data/backoffice/demo-keys.json" &
demo_pid=$!
while is_running "$demo_pid"; do
    require_all_running
    sleep 0.3
done
code=0
wait "$demo_pid" || code=$?
demo_pid=''
if $once || ((code != 0)); then
    exit "$code"
fi

echo
echo 'Both servers stay up until Ctrl-C.'
while true; do
    require_all_running
    sleep 1
done

#!/usr/bin/env bash
# Fuzzes the reader of SIE files with afl-fuzz and SharpFuzz, guided by which branches a file reaches.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
    cat <<'HELP'
tests/OpenOne.Sie.Fuzz/fuzz.sh [--seconds N | --executions N] [--no-build] [--seed N]

  --seconds N      for how long (600)
  --executions N   how many files are read, instead
  --no-build       what artifacts holds is fuzzed
  --seed N         what the dice begin with (1)

Begins with the corpus of OpenOne.Sie.Tests. What is found is kept in artifacts/fuzz-sie/found, and named, and the end
is then an error. FUZZ_FOLDER says where else to work.
HELP
}

stop() {
    echo "$1" >&2
    exit 2
}

budget=(-V 600)
build=1
seed=1
while (($# > 0)); do
    case $1 in
        --seconds) budget=(-V "${2:?--seconds needs a number}"); shift 2 ;;
        --executions) budget=(-E "${2:?--executions needs a number}"); shift 2 ;;
        --no-build) build=0; shift ;;
        --seed) seed=${2:?--seed needs a number}; shift 2 ;;
        -h | --help) usage; exit 0 ;;
        *) echo "There is no option '$1'." >&2; usage >&2; exit 2 ;;
    esac
done

readonly work=${FUZZ_FOLDER:-artifacts/fuzz-sie}
readonly built=artifacts/bin/OpenOne.Sie.Fuzz/release
readonly target=$work/instrumented/OpenOne.Sie.Fuzz.dll

command -v afl-fuzz > /dev/null || stop 'afl-fuzz is missing; it is in the package afl++.'
((build == 0)) || dotnet build tests/OpenOne.Sie.Fuzz --configuration Release --verbosity quiet
[[ -f $built/OpenOne.Sie.Fuzz.dll ]] || stop "$built holds nothing: build tests/OpenOne.Sie.Fuzz as Release first."

# The built assembly stays as it is: a copy of it tells afl-fuzz where it has been.
rm -rf "$work"
mkdir -p "$work/seeds"
cp -r "$built" "$work/instrumented"
find tests/OpenOne.Sie.Tests/Corpus \( -name '*.si' -o -name '*.se' \) | while read -r file; do
    cp "$file" "$work/seeds/$(basename "$(dirname "$file")")-$(basename "$file")"
done
dotnet "$built/OpenOne.Sie.Fuzz.dll" instrument "$work/instrumented/OpenOne.Sie.dll"

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1
export AFL_FORKSRV_INIT_TMOUT=120000
code=0
afl-fuzz -i "$work/seeds" -o "$work/found" -x tests/OpenOne.Sie.Fuzz/sie.dict -m none -t 10000 -s "$seed" "${budget[@]}" \
    -- "$(command -v dotnet)" "$target" > "$work/afl.log" 2>&1 < /dev/null || code=$?

if ((code != 0)) || [[ ! -f $work/found/default/fuzzer_stats ]]; then
    tail -n 30 "$work/afl.log" >&2
    stop "afl-fuzz ended with code $code; see $work/afl.log. The file at hand was $work/found/default/.cur_input."
fi

grep -E '^(run_time|execs_done|execs_per_sec|corpus_count|corpus_found|bitmap_cvg|edges_found|saved_crashes|saved_hangs|stability)' \
    "$work/found/default/fuzzer_stats"
mapfile -t found < <(find "$work/found/default/crashes" "$work/found/default/hangs" -name 'id:*' 2> /dev/null | sort)
((${#found[@]} > 0)) || exit 0

printf 'FOUND: %s\n' "${found[@]}"
echo "The first of them, read once more by the reader as it was built:"
timeout 30 dotnet "$built/OpenOne.Sie.Fuzz.dll" replay "${found[0]}" 2>&1 | head -n 20 || echo 'It was not read to its end.'
echo "To play one again: dotnet $built/OpenOne.Sie.Fuzz.dll replay FILE"
exit 1

#!/usr/bin/env bash
# Builds everything and runs every test. Needs the .NET 10 SDK only; the browser is looked for, or fetched.
# The last line is the sum over all test projects: "N passed, N failed", and ", N skipped" where there are any.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

results=artifacts/test-results
passed=0 failed=0 skipped=0 broken=0

say() { printf '\n== %s\n' "$*"; }

finish() {
    local line="$passed passed, $failed failed"
    [ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
    printf '\n%s\n' "$line"
    [ "$failed" -eq 0 ] && [ "$broken" -eq 0 ]
    exit
}

stop() {
    printf '\n%s\n' "$*" >&2
    broken=1
    finish
}

find_browser() {
    local name
    [ -n "${TRACKER_TEST_BROWSER:-}" ] && [ -x "$TRACKER_TEST_BROWSER" ] && return 0
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if TRACKER_TEST_BROWSER=$(command -v "$name"); then
            export TRACKER_TEST_BROWSER
            return 0
        fi
    done
    unset TRACKER_TEST_BROWSER
    return 1
}

browser_from_debian() {
    [ -f /etc/debian_version ] && [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null || return 1
    say "No browser found: installing Debian's chromium"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q && apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core fonts-liberation
}

# Playwright's own browser comes with a program that the build puts beside the tests.
browser_from_playwright() {
    local here=tests/ImprovementTracker.BrowserTests/bin/Debug/net10.0/.playwright node
    for node in "$here"/node/*/node "$here"/node/*/node.exe; do
        [ -f "$node" ] || continue
        say "No browser found: installing Playwright's own"
        chmod +x "$node" 2> /dev/null
        "$node" "$here/package/cli.js" install chromium && return 0
    done
    return 1
}

# Adds one attribute of the counters in a results file: <Counters total="3" executed="3" passed="3" ...
counter() { sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }

run_project() {
    local project=$1 name code trx total executed good
    name=$(basename "$project" .csproj)
    trx=$results/$name.trx
    say "$name"
    dotnet test "$project" --no-build --nologo --results-directory "$results" \
        --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=normal" \
        --blame-hang-timeout 10m --blame-hang-dump-type none
    code=$?
    total='' executed='' good=''
    if [ -f "$trx" ]; then
        total=$(counter "$trx" total) executed=$(counter "$trx" executed) good=$(counter "$trx" passed)
    fi
    if [ "${total:-0}" -eq 0 ]; then
        printf '%s did not run.\n' "$name" >&2
        broken=1
        return
    fi
    passed=$((passed + good))
    failed=$((failed + executed - good))
    skipped=$((skipped + total - executed))
    if [ "$code" -ne 0 ] && [ "$executed" -eq "$good" ]; then
        printf '%s ended before all of its tests had run.\n' "$name" >&2
        broken=1
    fi
}

command -v dotnet > /dev/null || stop "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download"

find_browser || { browser_from_debian && find_browser; }

say "Build"
dotnet restore --nologo -v quiet || stop "The packages could not be restored."
dotnet build --no-restore --nologo -warnaserror || stop "The build failed: no test was run."

[ -n "${TRACKER_TEST_BROWSER:-}" ] || browser_from_playwright || stop "No browser could be installed: install chromium, or name one in TRACKER_TEST_BROWSER."

rm -rf "$results"
for project in tests/ImprovementTracker.Tests/*.csproj tests/ImprovementTracker.BrowserTests/*.csproj; do
    run_project "$project"
done
finish

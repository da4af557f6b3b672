#!/usr/bin/env bash
# Takes the pictures of this folder from the running demonstration: a board member's path in a browser.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
pictures=$(mktemp -d)
trap 'rm -rf "$pictures"' EXIT
dotnet build --nologo -v quiet
TRACKER_TEST_PICTURES=$pictures dotnet test tests/ImprovementTracker.BrowserTests --no-build --nologo --filter "FullyQualifiedName~BoardMemberPathTests"
cp "$pictures/overview-1280.png" docs/images/overview.png

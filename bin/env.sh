# Sourced by every command of this folder: where we are, which Node, how work is skipped when nothing changed.
# shellcheck shell=bash

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

toolchain="$root/.toolchain/node_modules/.bin"
export PATH="$toolchain:$root/node_modules/.bin:$PATH"
stamps="$root/build/stamps"
jobs=$(nproc)

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# One line for the content of all files below the given paths, built and installed things left out.
fingerprint() {
  find "$@" \( -name node_modules -o -name dist -o -name test-results -o -name '.git' \) -prune -o -type f -print0 2>/dev/null |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# unchanged NAME FINGERPRINT: was NAME already done for this content?
unchanged() { [ "${PARLOR_FRESH:-}" != 1 ] && [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
done_for() { mkdir -p "$stamps"; printf '%s\n' "$2" >"$stamps/$1"; }

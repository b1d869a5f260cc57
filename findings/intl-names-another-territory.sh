#!/usr/bin/env bash
# Intl gives a withdrawn territory the name of a different country.
#
# Package: Node.js (seen with 20.20.2, ICU 78.2), without packages.
# Done: Asked Intl.DisplayNames for the names of withdrawn ISO 3166-1 codes, with fallback "none".
# Expected: The name of the former country, or undefined, which is what "none" stands for when there
#     is no name.
# Seen on 2026-11-29: Each code gets the name of one successor: AN (Netherlands Antilles) is
#     "Curaçao", CS (Serbia and Montenegro) is "Serbia", SU is "Russia". Sint Maarten, Montenegro
#     and fourteen other states are silently gone.
# Matters: Old contracts and catalog exports name these territories. A screen that shows "Curaçao"
#     beside AN confirms a right for one island that was granted for five. Check codes against the
#     list of ISO 3166-1 before naming them.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >program.mjs <<'PROGRAM'
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
for (const code of ['AN', 'CS', 'SU', 'YU']) console.log(`${code}: ${names.of(code)}`);
console.log(`QX: ${names.of('QX')}`);
PROGRAM

expected=$(cat <<'SEEN'
AN: Curaçao
CS: Serbia
SU: Russia
YU: Serbia
QX: undefined
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: Intl names withdrawn territories in another way." >&2
  exit 1
fi

#!/usr/bin/env bash
# SheetJS rounds some displayed amounts up and others down at the same half.
#
# Package: @e965/xlsx 0.20.3 (SheetJS Community Edition).
# Done: Wrote amounts that end in a half of the last shown digit, in the formats 0.00 and 0%, and
#     read back the displayed text w. All four are a little below the half in binary.
# Expected: One rule for all: up, as spreadsheet programs show decimal amounts (2.68, 1.01, 1.26,
#     29%), or down for all by their binary value.
# Seen on 2026-11-29: 2.675 shows as 2.68, but 1.005 as 1.00, 1.255 as 1.25, and 28.5% as 28%.
# Matters: A revenue share or a price that is read from the displayed text, or compared with it,
#     differs from the one the partner sees. Read v, and round in decimal.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @e965/xlsx@0.20.3 >/dev/null

cat >program.mjs <<'PROGRAM'
import * as XLSX from '@e965/xlsx';

const amounts = [
  [2.675, '0.00'],
  [1.005, '0.00'],
  [1.255, '0.00'],
  [0.285, '0%'],
];
const sheet = { '!ref': 'A1:D1' };
amounts.forEach(([v, z], c) => {
  sheet[XLSX.utils.encode_cell({ r: 0, c })] = { t: 'n', v, z };
});
const workbook = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(workbook, sheet, 'Avails');
const file = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' });
const read = XLSX.read(file).Sheets.Avails;
amounts.forEach(([v, z], c) => {
  console.log(`${v} in ${z}: ${read[XLSX.utils.encode_cell({ r: 0, c })].w}`);
});
PROGRAM

expected=$(cat <<'SEEN'
2.675 in 0.00: 2.68
1.005 in 0.00: 1.00
1.255 in 0.00: 1.25
0.285 in 0%: 28%
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: SheetJS rounds displayed amounts in another way." >&2
  exit 1
fi

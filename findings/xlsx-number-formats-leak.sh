#!/usr/bin/env bash
# A workbook written with SheetJS contains the number formats of every workbook written before it.
#
# Package: @e965/xlsx 0.20.3 (SheetJS Community Edition).
# Done: Wrote one workbook whose cell has the custom format "Deal 4711 "0.00, then a second,
#     unrelated workbook, and read xl/styles.xml of the second.
# Expected: A file contains the formats its own cells use.
# Seen on 2026-11-29: The second file lists the custom format of the first. The table of formats
#     belongs to the process and is never emptied by writing.
# Matters: Literal text in a number format, such as a deal name or a partner's unit, reaches the
#     next partner who downloads an avails file from the same server.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @e965/xlsx@0.20.3 >/dev/null

cat >program.mjs <<'PROGRAM'
import * as XLSX from '@e965/xlsx';

function write(format) {
  const workbook = XLSX.utils.book_new();
  const sheet = { '!ref': 'A1', A1: { t: 'n', v: 4.99, z: format } };
  XLSX.utils.book_append_sheet(workbook, sheet, 'Avails');
  return XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' });
}

write('"Deal 4711 "0.00');
const second = write('0.00');

const zip = XLSX.CFB.read(second, { type: 'buffer' });
const styles = Buffer.from(XLSX.CFB.find(zip, '/xl/styles.xml').content).toString();
console.log('second file mentions Deal 4711:', styles.includes('Deal 4711'));
PROGRAM

expected=$(cat <<'SEEN'
second file mentions Deal 4711: true
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: a workbook no longer contains the formats of an earlier one." >&2
  exit 1
fi

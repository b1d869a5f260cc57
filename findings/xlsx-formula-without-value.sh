#!/usr/bin/env bash
# SheetJS gives the value 0 to a formula that has no saved value, or drops the cell.
#
# Package: @e965/xlsx 0.20.3 (SheetJS Community Edition).
# Done: Read a sheet with a price formula that has no saved value (the v element is optional:
#     ISO/IEC 29500-1, section 18.3.1.4). Programs that write workbooks without calculating leave it
#     out. Read it once with and once without sheetStubs, which promises the empty cells too.
# Expected: The formula is there in both cases, without a value, so that a reader can ask for a
#     recalculated file.
# Seen on 2026-11-29: Without sheetStubs the cell is missing, as if nobody had entered a price. With
#     it the cell is an empty stub whose v is 0.
# Matters: One of the two readings loses a price, the other offers the title for nothing.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @e965/xlsx@0.20.3 >/dev/null

cat >program.mjs <<'PROGRAM'
import * as XLSX from '@e965/xlsx';

const workbook = XLSX.utils.book_new();
const sheet = { '!ref': 'A1:B1', A1: { t: 'n', v: 5 }, B1: { t: 'n', v: 4.5, f: 'A1*0.9' } };
XLSX.utils.book_append_sheet(workbook, sheet, 'Avails');
const bytes = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' });
const zip = XLSX.CFB.read(bytes, { type: 'buffer' });
const part = XLSX.CFB.find(zip, '/xl/worksheets/sheet1.xml');
const xml = Buffer.from(part.content).toString().replace('<v>4.5</v>', '');
part.content = Buffer.from(xml);
part.size = part.content.length;
const file = XLSX.CFB.write(zip, { type: 'buffer', fileType: 'zip' });

console.log('plain:', JSON.stringify(XLSX.read(file).Sheets.Avails.B1));
console.log('stubs:', JSON.stringify(XLSX.read(file, { sheetStubs: true }).Sheets.Avails.B1));
PROGRAM

expected=$(cat <<'SEEN'
plain: undefined
stubs: {"t":"z","f":"A1*0.9","v":0}
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: SheetJS reads a formula without a saved value in another way." >&2
  exit 1
fi

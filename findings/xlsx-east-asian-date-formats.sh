#!/usr/bin/env bash
# SheetJS does not report the format of a cell in a built-in East Asian date format.
#
# Package: @e965/xlsx 0.20.3 (SheetJS Community Edition).
# Done: Read two cells with cellNF: one in built-in format 14 (m/d/yy), one in built-in format 31
#     (year, month, day of Japanese, Chinese and Korean Excel; ISO/IEC 29500-1, section 18.8.30).
#     The option cellNF promises the number format in z.
# Expected: Both cells have z, because the library knows that both are dates: it writes both as
#     dates in w.
# Seen on 2026-11-29: The cell in format 31 has no z. A program that decides by SSF.is_date(cell.z)
#     takes the start of a license window for the number 46355.
# Matters: Avails come from Japanese and Korean offices. Only cellDates or the displayed text w
#     reveals their dates.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @e965/xlsx@0.20.3 >/dev/null

cat >program.mjs <<'PROGRAM'
import * as XLSX from '@e965/xlsx';

function workbookWithFormat(id) {
  const workbook = XLSX.utils.book_new();
  const sheet = { '!ref': 'A1', A1: { t: 'n', v: 46355, z: 'm/d/yy' } };
  XLSX.utils.book_append_sheet(workbook, sheet, 'Avails');
  const bytes = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' });
  const zip = XLSX.CFB.read(bytes, { type: 'buffer' });
  const part = XLSX.CFB.find(zip, '/xl/styles.xml');
  const xml = Buffer.from(part.content).toString().replaceAll('numFmtId="14"', `numFmtId="${id}"`);
  part.content = Buffer.from(xml);
  part.size = part.content.length;
  return XLSX.CFB.write(zip, { type: 'buffer', fileType: 'zip' });
}

for (const id of [14, 31]) {
  const cell = XLSX.read(workbookWithFormat(id), { cellNF: true }).Sheets.Avails.A1;
  console.log(`format ${id}: v=${cell.v} w=${cell.w} z=${cell.z}`);
}
PROGRAM

expected=$(cat <<'SEEN'
format 14: v=46355 w=11/29/26 z=m/d/yy
format 31: v=46355 w=11/29/26 z=undefined
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: SheetJS reports other formats for East Asian dates." >&2
  exit 1
fi

#!/usr/bin/env bash
# SheetJS decodes an escaped underscore twice in cells that hold their text themselves, once in shared strings.
#
# Package: @e965/xlsx 0.20.3 (SheetJS Community Edition).
# Done: Wrote the text _x005F_x0041_ once with shared strings and once without (bookSST), and read both files.
#     Both contain it as it is. In ECMA-376 (22.9.2.19, ST_Xstring) _x005F_ is an underscore, so that a reader
#     of either file has to find the six characters after it unchanged.
# Expected: _x0041_ from both files.
# Seen on 2026-11-29: _x0041_ from shared strings. From the other file A: the decoded text is decoded again.
#     The writer escapes nothing: the text _x0041_ comes back as A either way.
# Matters: A title or free text that looks like a code changes on its way through a workbook. Whoever escapes
#     texts for this writer has to write shared strings, too.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @e965/xlsx@0.20.3 >/dev/null

cat >program.mjs <<'PROGRAM'
import * as XLSX from '@e965/xlsx';

function through(text, bookSST) {
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, { '!ref': 'A1', A1: { t: 's', v: text } }, 'Avails');
  const bytes = XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST });
  const zip = XLSX.CFB.read(bytes, { type: 'buffer' });
  const part = bookSST ? '/xl/sharedStrings.xml' : '/xl/worksheets/sheet1.xml';
  const isAsItIs = Buffer.from(XLSX.CFB.find(zip, part).content).toString().includes(`>${text}<`);
  return `${isAsItIs ? 'written as it is' : 'escaped'}, read as ${XLSX.read(bytes).Sheets.Avails.A1.v}`;
}

for (const text of ['_x005F_x0041_', '_x0041_']) {
  console.log(`${text} with shared strings:`, through(text, true));
  console.log(`${text} without:`, through(text, false));
}
PROGRAM

expected=$(cat <<'SEEN'
_x005F_x0041_ with shared strings: written as it is, read as _x0041_
_x005F_x0041_ without: written as it is, read as A
_x0041_ with shared strings: written as it is, read as A
_x0041_ without: written as it is, read as A
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: escaped underscores no longer depend on shared strings." >&2
  exit 1
fi

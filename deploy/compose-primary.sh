#!/bin/bash
# Runs once, when the first database of compose.yaml is made. Its commits wait for a standby that is not there yet: not here.
set -eu
export PGOPTIONS='-c synchronous_commit=local'
psql -v ON_ERROR_STOP=1 -U postgres <<SQL
CREATE ROLE crms_owner LOGIN PASSWORD '$OWNER_PASSWORD';
CREATE ROLE crms_app LOGIN PASSWORD '$APP_PASSWORD';
CREATE ROLE crms_replication LOGIN REPLICATION PASSWORD '$REPLICATION_PASSWORD';
CREATE DATABASE crms OWNER crms_owner;
ALTER ROLE crms_app SET lock_timeout TO '600ms';
ALTER ROLE crms_app SET statement_timeout TO '4s';
ALTER ROLE crms_app SET transaction_timeout TO '6s';
SQL
echo 'host replication crms_replication all scram-sha-256' >> "$PGDATA/pg_hba.conf"

-- C2 is asked of the few offers that a title has. A bitmap of every license of the same territories, which PostgreSQL
-- preferred while it knew little of a growing table, read thousands of them for each change.
ALTER FUNCTION refuse_clash(uuid[], uuid, date) SET enable_bitmapscan = off;

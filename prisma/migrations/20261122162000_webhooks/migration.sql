-- Programs elsewhere that are told of changes.

CREATE TABLE webhooks (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CHECK (name <> ''),
  url        text NOT NULL CHECK (url ~ '^https?://'),
  -- What it is told of.
  aggregates text[] NOT NULL CHECK (aggregates <@ ARRAY['contract', 'license', 'content'] AND cardinality(aggregates) > 0),
  -- The snapshot up to which its deliveries were ordered: what was committed later is still to come.
  told_until text NOT NULL,
  made_by    text NOT NULL,
  made_at    timestamptz NOT NULL,
  removed_by text,
  removed_at timestamptz,
  CONSTRAINT webhooks_removed_by_somebody CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);
CREATE INDEX webhooks_by_name ON webhooks (name, id) WHERE removed_at IS NULL;

CREATE TABLE webhook_deliveries (
  id          uuid PRIMARY KEY,
  webhook_id  uuid NOT NULL REFERENCES webhooks (id),
  -- What is sent.
  body        jsonb NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  tries       integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  -- What the last try was answered with, for people.
  answer      text,
  ordered_at  timestamptz NOT NULL,
  finished_at timestamptz,
  CONSTRAINT webhook_deliveries_end CHECK ((finished_at IS NULL) = (state = 'waiting'))
);
CREATE INDEX webhook_deliveries_by_time ON webhook_deliveries (webhook_id, ordered_at DESC, id DESC);
CREATE INDEX webhook_deliveries_finished ON webhook_deliveries (finished_at);

-- About a day of tries, further and further apart.
SELECT jobs.create_queue('webhooks', '{"policy": "standard", "retryLimit": 12, "retryDelay": 20, "retryBackoff": true, "expireInSeconds": 60, "retentionMinutes": 20160}');

-- Addresses that are told what somebody is told, as soon as it happens.
-- last_notification: up to which row of notifications deliveries were made.
CREATE TABLE webhooks (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_notification BIGINT NOT NULL
);

CREATE INDEX idx_webhooks_account ON webhooks (account_id);

-- notification_id: null for a trial.
-- due_at: when it is tried next; null once it was taken, or is given up.
-- taken_at: when the address took it; null for not yet.
-- outcome: what came of the last attempt, in English; null before the first.
CREATE TABLE webhook_deliveries (
  id INTEGER PRIMARY KEY,
  webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  notification_id INTEGER REFERENCES notifications (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at BIGINT,
  taken_at BIGINT,
  outcome TEXT
);

CREATE INDEX idx_webhook_deliveries_webhook ON webhook_deliveries (webhook_id, id);
CREATE INDEX idx_webhook_deliveries_due ON webhook_deliveries (due_at) WHERE due_at IS NOT NULL;

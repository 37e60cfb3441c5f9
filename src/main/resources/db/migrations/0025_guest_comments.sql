-- Threads that guests of a share link read; null for those of people of the server alone.
ALTER TABLE threads ADD COLUMN share_link_id TEXT REFERENCES share_links (share_link_id);

-- The browser in which a guest of a share link wrote a comment; null for people with accounts.
ALTER TABLE comments ADD COLUMN visit TEXT REFERENCES share_guests (secret_hash);

CREATE INDEX idx_comments_visit ON comments (visit, created_at) WHERE visit IS NOT NULL;

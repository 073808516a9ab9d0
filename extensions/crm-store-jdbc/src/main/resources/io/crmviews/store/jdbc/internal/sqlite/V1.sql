-- Facts as they were said, each record's versions in one row: the truth from which most of the rest is derived.
create table crm_record (
  name text not null primary key,   -- source, tab, key
  current text not null,            -- the version that holds, JSON
  history text,                     -- all other versions in the order of arrival, one line of JSON each; null if none
  versions integer not null,         -- how many other versions there are
  ids blob not null,                -- the ids that it carries
  predecessors blob,                -- names of removed records whose ids it carries; null if none
  node integer not null,            -- the node of its features, 0 if removed
  customer integer not null,        -- the number of its customer, 0 if removed
  since integer not null            -- the commit position that put this row
);
create table crm_event (
  name text not null primary key,
  fact text not null,               -- JSON
  subjects blob not null,           -- hashes of records and identifiers that it is about
  since integer not null
);
create table crm_event_subject (
  subject integer not null,
  consent integer not null,         -- 1 for a consent event, 0 for an interaction
  earlier_s integer not null,       -- minus the second of its occurrence, so that the newest come first
  earlier_n integer not null,       -- minus the nanosecond in it
  name text not null,
  since integer not null,
  primary key (subject, consent, earlier_s, earlier_n, name)
) without rowid;
create table crm_assertion (
  name text not null primary key,
  a text not null,
  b text not null
) without rowid;
create index crm_assertion_a on crm_assertion (a);
create index crm_assertion_b on crm_assertion (b);

-- Derived: what a clean batch over the facts would make.
create table crm_node (
  id integer not null primary key,
  signature blob not null,
  body blob not null                -- check, records, keys, edges
);
create table crm_posting (
  key integer not null,
  node integer not null,
  primary key (key, node)
) without rowid;
create table crm_muted (key integer not null primary key);
create table crm_customer (
  number integer not null primary key,
  records blob not null,
  since integer not null
);
create table crm_review (
  a integer not null,
  b integer not null,
  weight integer not null,          -- 1/1024 bits
  reason text not null,
  primary key (a, b, weight)
) without rowid;
create index crm_review_b on crm_review (b);
create index crm_review_order on crm_review (weight desc, a, b);

-- History that facts alone do not tell.
create table crm_carrier (
  id integer not null primary key,
  name text not null,               -- of the record that carries the id
  since integer not null
);
create table crm_former (
  subject integer not null,         -- an identifier
  name text not null,               -- a record that stated it in a version that does not hold any more
  primary key (subject, name)
) without rowid;
create table crm_feed (
  position integer not null,
  part integer not null,
  entry blob not null,
  primary key (position, part)
) without rowid;
create table crm_source (
  source text not null primary key,
  facts integer not null,
  last_occurred text not null,      -- ISO 8601
  last_recorded text not null,
  heard_until text not null,
  failing_since text not null,
  since integer not null
);
create table crm_commit (
  position integer not null primary key,
  at_s integer not null,            -- when, never earlier than the commit before
  at_n integer not null,
  next_number integer not null
);
create index crm_commit_at on crm_commit (at_s, at_n, position);
create table crm_state (
  one integer not null primary key check (one = 1),
  position integer not null,
  next_number integer not null,
  checksum text not null,           -- of the model
  muted_version integer not null,   -- grows with each change of crm_muted
  last_erasure integer not null     -- a commit position
);
insert into crm_state values (1, 0, 1, '', 0, 0);

-- What rows were: each held from the commit "since" on and before the commit "until".
create table crm_record_was (
  name text not null,
  since integer not null,
  until integer not null,
  current text not null,
  versions integer not null,        -- how many of the present history were history then
  ids blob not null,
  predecessors blob,
  node integer not null,
  customer integer not null,
  primary key (name, until)
);
create table crm_customer_was (
  number integer not null,
  since integer not null,
  until integer not null,
  records blob not null,
  primary key (number, until)
) without rowid;
create table crm_carrier_was (
  id integer not null,
  since integer not null,
  until integer not null,
  name text not null,
  primary key (id, until)
) without rowid;
create index crm_carrier_was_name on crm_carrier_was (name);
create table crm_source_was (
  source text not null,
  since integer not null,
  until integer not null,
  facts integer not null,
  last_occurred text not null,
  last_recorded text not null,
  heard_until text not null,
  failing_since text not null,
  primary key (source, until)
) without rowid;

-- Rights: hashes and numbers, and the names of restricted records.
create table crm_tombstone (
  hash text not null primary key,
  kind text not null,
  key_id text not null,
  at text not null
) without rowid;
create table crm_erased (id integer not null primary key);
create table crm_restriction (
  name text not null primary key,
  ground text not null,
  since text not null
) without rowid;

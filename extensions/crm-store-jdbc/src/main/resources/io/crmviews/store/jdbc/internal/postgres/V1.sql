-- Facts as they were said, each record's versions in one row: the truth from which most of the rest is derived.
create table crm_record (
  name text collate "C" not null primary key,   -- source, tab, key
  current text not null,            -- the version that holds, JSON
  history text,                     -- all other versions in the order of arrival, one line of JSON each; null if none
  versions bigint not null,         -- how many other versions there are
  ids bytea not null,                -- the ids that it carries
  predecessors bytea,                -- names of removed records whose ids it carries; null if none
  node bigint not null,            -- the node of its features, 0 if removed
  customer bigint not null,        -- the number of its customer, 0 if removed
  since bigint not null            -- the commit position that put this row
);
create table crm_event (
  name text collate "C" not null primary key,
  fact text not null,               -- JSON
  subjects bytea not null,           -- hashes of records and identifiers that it is about
  since bigint not null
);
create table crm_event_subject (
  subject bigint not null,
  consent bigint not null,         -- 1 for a consent event, 0 for an interaction
  earlier_s bigint not null,       -- minus the second of its occurrence, so that the newest come first
  earlier_n bigint not null,       -- minus the nanosecond in it
  name text collate "C" not null,
  since bigint not null,
  primary key (subject, consent, earlier_s, earlier_n, name)
);
create table crm_assertion (
  name text collate "C" not null primary key,
  a text collate "C" not null,
  b text collate "C" not null
);
create index crm_assertion_a on crm_assertion (a);
create index crm_assertion_b on crm_assertion (b);

-- Derived: what a clean batch over the facts would make.
create table crm_node (
  id bigint not null primary key,
  signature bytea not null,
  body bytea not null                -- check, records, keys, edges
);
create table crm_posting (
  key bigint not null,
  node bigint not null,
  primary key (key, node)
);
create table crm_muted (key bigint not null primary key);
create table crm_customer (
  number bigint not null primary key,
  records bytea not null,
  since bigint not null
);
create table crm_review (
  a bigint not null,
  b bigint not null,
  weight bigint not null,          -- 1/1024 bits
  reason text collate "C" not null,
  primary key (a, b, weight)
);
create index crm_review_b on crm_review (b);
create index crm_review_order on crm_review (weight desc, a, b);

-- History that facts alone do not tell.
create table crm_carrier (
  id bigint not null primary key,
  name text collate "C" not null,               -- of the record that carries the id
  since bigint not null
);
create table crm_former (
  subject bigint not null,         -- an identifier
  name text collate "C" not null,               -- a record that stated it in a version that does not hold any more
  primary key (subject, name)
);
create table crm_feed (
  position bigint not null,
  part bigint not null,
  entry bytea not null,
  primary key (position, part)
);
create table crm_source (
  source text collate "C" not null primary key,
  facts bigint not null,
  last_occurred text collate "C" not null,      -- ISO 8601
  last_recorded text collate "C" not null,
  heard_until text collate "C" not null,
  failing_since text collate "C" not null,
  since bigint not null
);
create table crm_commit (
  position bigint not null primary key,
  at_s bigint not null,            -- when, never earlier than the commit before
  at_n bigint not null,
  next_number bigint not null
);
create index crm_commit_at on crm_commit (at_s, at_n, position);
create table crm_state (
  one bigint not null primary key check (one = 1),
  position bigint not null,
  next_number bigint not null,
  checksum text collate "C" not null,           -- of the model
  muted_version bigint not null,   -- grows with each change of crm_muted
  last_erasure bigint not null     -- a commit position
);
insert into crm_state values (1, 0, 1, '', 0, 0);

-- What rows were: each held from the commit "since" on and before the commit "until".
create table crm_record_was (
  name text collate "C" not null,
  since bigint not null,
  until bigint not null,
  current text not null,
  versions bigint not null,        -- how many of the present history were history then
  ids bytea not null,
  predecessors bytea,
  node bigint not null,
  customer bigint not null,
  primary key (name, until)
);
create table crm_customer_was (
  number bigint not null,
  since bigint not null,
  until bigint not null,
  records bytea not null,
  primary key (number, until)
);
create table crm_carrier_was (
  id bigint not null,
  since bigint not null,
  until bigint not null,
  name text collate "C" not null,
  primary key (id, until)
);
create index crm_carrier_was_name on crm_carrier_was (name);
create table crm_source_was (
  source text collate "C" not null,
  since bigint not null,
  until bigint not null,
  facts bigint not null,
  last_occurred text collate "C" not null,
  last_recorded text collate "C" not null,
  heard_until text collate "C" not null,
  failing_since text collate "C" not null,
  primary key (source, until)
);

-- Rights: hashes and numbers, and the names of restricted records.
create table crm_tombstone (
  hash text collate "C" not null primary key,
  kind text collate "C" not null,
  key_id text collate "C" not null,
  at text collate "C" not null
);
create table crm_erased (id bigint not null primary key);
create table crm_restriction (
  name text collate "C" not null primary key,
  ground text collate "C" not null,
  since text collate "C" not null
);

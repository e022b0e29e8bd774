-- The catalogue: labels by language, targeting, definitions out of use, when automatic slots are placed anew, and runs over a section.
alter table slot_definition add column labels varchar default '{}' not null;
alter table slot_definition add column targeting varchar default '{}' not null;
alter table slot_definition add column retired boolean default false not null;

-- Null: as the wider scope says.
alter table placement_policy add column replace_on_save boolean;

create table placement_run (
  id           bigint primary key,
  section_key  varchar(64) not null,
  mode         varchar(16) not null,
  undoes       bigint references placement_run (id),
  state        varchar(16) not null,
  actor        varchar(64) not null,
  started_at   timestamp with time zone not null,
  beat_at      timestamp with time zone not null,
  ended_at     timestamp with time zone,
  total        integer not null,
  done         integer not null,
  changed      integer not null,
  failed       integer not null,
  last_article bigint not null,
  reason       varchar(500)
);
create index placement_run_by_time on placement_run (started_at, id);

-- Only articles that a run changed, or could not change: those that stayed as they were are counted in the run.
create table placement_run_item (
  run_id        bigint not null references placement_run (id) on delete cascade,
  article_id    bigint not null references article (id) on delete cascade,
  outcome       varchar(16) not null,
  revision      integer,
  slots_before  integer not null,
  slots_after   integer not null,
  layout_before varchar not null,
  note          varchar(500),
  primary key (run_id, article_id)
);

-- Comments as threads that stay with their paragraph, and a section's checklist that is ticked for exact words.

-- The first comment of a thread has none; replies name it.
alter table remark add column thread_id bigint;
alter table remark add constraint remark_of_thread foreign key (thread_id) references remark (id) on delete cascade;
-- block_id is the block that was commented on; anchor_id is the one that took it in since, if one did.
alter table remark add column anchor_id varchar(32);
alter table remark add column quoted varchar(300) default '' not null;
alter table remark add column mentioned varchar(2000) default '' not null;
alter table remark add column edited_at timestamp with time zone;
alter table remark add column deleted_at timestamp with time zone;
alter table remark add column changed_at timestamp with time zone;
update remark set anchor_id = block_id, changed_at = coalesce(resolved_at, at);
alter table remark alter column changed_at set not null;
create index remark_by_change on remark (article_id, changed_at);
create index remark_by_thread on remark (thread_id);

-- The version of a section's checklist, whether it has items or not: whoever saves an older one is told.
create table checklist (
  section_key varchar(64) primary key references section (section_key) on delete cascade,
  version     bigint not null
);

create table checklist_item (
  id          bigint primary key,
  section_key varchar(64) not null references section (section_key) on delete cascade,
  position    integer not null,
  text        varchar(200) not null,
  required    boolean not null
);
create index checklist_item_by_section on checklist_item (section_key, position);

-- A tick holds for the text with this hash and for no other.
create table checklist_tick (
  article_id bigint not null references article (id) on delete cascade,
  item_id    bigint not null references checklist_item (id) on delete cascade,
  text_hash  varchar(64) not null,
  ticked_by  varchar(64) not null,
  ticked_at  timestamp with time zone not null,
  primary key (article_id, item_id)
);

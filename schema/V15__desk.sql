-- The desk: who is to write a story and by when, each person's saved views and columns, and the indexes that lists are read by.
-- Whoever has no due time has one that never comes: lists by due time then have one order on both databases and one key to page by.
alter table article add column assignee varchar(64);
alter table article add column due_at timestamp with time zone default timestamp with time zone '9999-12-31 00:00:00+00' not null;
alter table article add column wanted_words integer;
alter table article add column priority integer default 3 not null;
alter table article add column legal boolean default false not null;

-- Journalists write what they begin; what editors begin is nobody's until somebody is assigned to it or takes it.
update article set assignee = created_by
where exists (select 1 from person p join person_role r on r.person_id = p.id
  where p.username = article.created_by and r.role = 'JOURNALIST')
and not exists (select 1 from person p join person_role r on r.person_id = p.id
  where p.username = article.created_by and r.role = 'EDITOR');

create table saved_view (
  id         bigint primary key,
  owner      varchar(64) not null,
  name       varchar(100) not null,
  query      varchar(2000) not null,
  created_at timestamp with time zone not null,
  unique (owner, name)
);

create table desk_columns (
  username varchar(64) primary key,
  columns  varchar(300) not null
);

-- Each order of the desk ends in the id and is read forwards or backwards as a whole, so a page by key begins where the last one ended.
drop index article_by_state;
drop index article_by_section;
drop index article_by_creator;
create index article_by_change on article (updated_at, id);
create index article_by_state on article (state, updated_at, id);
create index article_by_waiting on article (state, state_changed_at, id);
create index article_by_section on article (section_key, updated_at, id);
create index article_by_creator on article (created_by, updated_at, id);
create index article_by_assignee on article (assignee, updated_at, id);
create index article_by_due on article (due_at, id);
create index article_by_priority on article (priority, due_at, id);
create index article_by_legal on article (legal, updated_at, id);

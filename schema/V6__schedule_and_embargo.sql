-- Publication by the clock, embargoes, and who wrote what no approval has seen yet.
-- A schedule is part of the article's row: the one lock on that row settles who publishes, whichever node asks first.

alter table article add column scheduled_for timestamp with time zone;
alter table article add column scheduled_as varchar(16);
alter table article add column scheduled_by varchar(64);
alter table article add column held_at timestamp with time zone;
alter table article add column held_because varchar(500);
alter table article add column embargo_until timestamp with time zone;
alter table article add column embargo_by varchar(64);
create index article_by_schedule on article (scheduled_for, id);

-- What readers are told of an edition, for outputs that are not pages.
alter table edition add column note varchar(2000);

create table unapproved_writer (
  article_id bigint not null references article (id) on delete cascade,
  username   varchar(64) not null,
  primary key (article_id, username)
);

-- What was written before this table was there: the authors of all revisions of text after the last approved one, ...
insert into unapproved_writer (article_id, username)
select distinct r.article_id, r.author
from revision r
where r.kind <> 'ads'
  and (r.kind not in ('approve', 'publish', 'submit') or r.words_added > 0 or r.words_removed > 0 or r.blocks_moved > 0)
  and r.number > coalesce(
    (select max(w.revision) from workflow_entry w where w.article_id = r.article_id and w.action = 'approve'), 0);

-- ... and of what is in no revision yet.
insert into unapproved_writer (article_id, username)
select c.article_id, c.updated_by
from working_copy c
where c.unsaved = true
  and not exists (select 1 from unapproved_writer u where u.article_id = c.article_id and u.username = c.updated_by);

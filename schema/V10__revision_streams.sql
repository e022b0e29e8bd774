-- Which streams of the timeline a revision belongs to, so that lists need not compare anything.
alter table revision add column text_changed boolean default true not null;
alter table revision add column ads_changed boolean default false not null;
update revision set text_changed = false
where exists (select 1 from revision parent
  where parent.article_id = revision.article_id and parent.number = revision.number - 1
  and parent.header_hash = revision.header_hash and parent.manifest = revision.manifest);
update revision set ads_changed = true
where exists (select 1 from revision parent
  where parent.article_id = revision.article_id and parent.number = revision.number - 1
  and parent.layout_hash <> revision.layout_hash)
or (number = 1 and exists (select 1 from content
  where content.hash = revision.layout_hash and length(content.text) > 0));

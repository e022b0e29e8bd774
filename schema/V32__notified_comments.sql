-- Which comment a person is told of, so that its words go from there too when it is deleted.
alter table notification add column comment_id bigint;
alter table notification_mail add column comment_id bigint;
create index notification_by_comment on notification (comment_id);
create index notification_mail_by_comment on notification_mail (comment_id);

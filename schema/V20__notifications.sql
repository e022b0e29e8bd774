-- What people are told: in the page, and by mail from an outbox.

create table notification (
  id         bigint primary key,
  recipient  varchar(64) not null,
  kind       varchar(16) not null,
  article_id bigint references article (id) on delete cascade,
  subject    varchar(600) not null,
  actor      varchar(64),
  at         timestamp with time zone not null,
  note       varchar(1200),
  path       varchar(200) not null,
  read_at    timestamp with time zone
);
create index notification_by_recipient on notification (recipient, at desc, id desc);
create index notification_unread on notification (recipient, read_at);

create table notification_profile (
  username    varchar(64) primary key,
  not_in_page varchar(400) not null,
  not_by_mail varchar(400) not null,
  mail_mode   varchar(16) not null,
  address     varchar(254) not null,
  sections    varchar not null
);

-- What was sent has no row any more.
create table notification_mail (
  id            bigint primary key,
  recipient     varchar(64) not null,
  kind          varchar(16) not null,
  article_id    bigint,
  subject       varchar(600) not null,
  actor         varchar(64),
  at            timestamp with time zone not null,
  note          varchar(1200),
  path          varchar(200) not null,
  attempts      integer not null,
  due_at        timestamp with time zone not null,
  claimed_until timestamp with time zone,
  last_problem  varchar(200),
  given_up      boolean not null
);
create index notification_mail_by_due on notification_mail (due_at, recipient);

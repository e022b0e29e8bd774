-- Webhooks: who is told of publications, what is still to be told to whom, and how telling went.

-- Counts up for each article, as whoever takes a number holds the article's row: a smaller one is always the earlier event.
create sequence publication_event_seq start with 1 increment by 1;

create table webhook (
  id              bigint primary key,
  name            varchar(200) not null,
  url             varchar(2000) not null,
  events          varchar(400) not null,
  secret          varchar(100) not null,
  previous_secret varchar(100),
  previous_until  timestamp with time zone,
  paused          boolean not null,
  created_at      timestamp with time zone not null,
  created_by      varchar(64) not null,
  removed_at      timestamp with time zone
);

-- What happened, once, however many are told of it.
create table publication_event (
  id         bigint primary key,
  article_id bigint,
  kind       varchar(16) not null,
  at         timestamp with time zone not null,
  payload    varchar not null
);

create table webhook_delivery (
  id            bigint primary key,
  webhook_id    bigint not null references webhook (id) on delete cascade,
  event_id      bigint not null references publication_event (id) on delete cascade,
  article_id    bigint,
  state         varchar(16) not null,
  attempts      integer not null,
  due_at        timestamp with time zone not null,
  claimed_until timestamp with time zone,
  last_at       timestamp with time zone,
  last_status   integer,
  last_problem  varchar(200),
  unique (webhook_id, event_id)
);
create index webhook_delivery_by_due on webhook_delivery (state, due_at, webhook_id);
create index webhook_delivery_by_article on webhook_delivery (webhook_id, article_id, event_id);
create index webhook_delivery_by_event on webhook_delivery (event_id);

-- Each try: when, how long, what came of it. No bodies.
create table webhook_attempt (
  id          bigint primary key,
  delivery_id bigint not null references webhook_delivery (id) on delete cascade,
  at          timestamp with time zone not null,
  millis      integer not null,
  status      integer,
  problem     varchar(200)
);
create index webhook_attempt_by_delivery on webhook_attempt (delivery_id, at);

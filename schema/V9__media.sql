-- Pictures that were uploaded. Their bytes lie in the media store, under the keys named here.
create table media (
  id           varchar(32) primary key,
  sha256       varchar(64) not null,
  bytes        bigint not null,
  content_type varchar(40) not null,
  width        integer not null,
  height       integer not null,
  animated     boolean not null,
  focus_x      integer not null,
  focus_y      integer not null,
  uploaded_by  varchar(64) not null,
  uploaded_at  timestamp with time zone not null
);
create index media_by_sha256 on media (sha256);

create table media_rendition (
  media_id     varchar(32) not null references media (id) on delete cascade,
  name         varchar(40) not null,
  width        integer not null,
  height       integer not null,
  bytes        bigint not null,
  content_type varchar(40) not null,
  store_key    varchar(64) not null,
  primary key (media_id, name)
);
create index media_rendition_by_key on media_rendition (store_key);

-- Which pictures readers were given with which article: whoever has no account sees these and no others.
create table shown_picture (
  article_id bigint not null references article (id) on delete cascade,
  media_id   varchar(32) not null,
  primary key (article_id, media_id)
);
create index shown_picture_by_media on shown_picture (media_id);

-- What one node lets the others know: that something changed, by a number that counts up for each subject.
create table node_news (
  subject  varchar(100) not null primary key,
  version  bigint not null
);

-- Hashes as 32 bytes, not as 64 digits: beside the few words that most revisions change they are most of what a revision costs.
-- That of the revision before stands in its own row already. H2 makes bytes of digits for a UUID only, which is half a hash.
alter table revision add column header_hash_bytes bytea;
alter table revision add column layout_hash_bytes bytea;
alter table revision add column content_hash_bytes bytea;
alter table revision add column hash_bytes bytea;
update revision set
  header_hash_bytes = cast(cast(substring(header_hash, 1, 32) as uuid) as binary(16)) || cast(cast(substring(header_hash, 33) as uuid) as binary(16)),
  layout_hash_bytes = cast(cast(substring(layout_hash, 1, 32) as uuid) as binary(16)) || cast(cast(substring(layout_hash, 33) as uuid) as binary(16)),
  content_hash_bytes = cast(cast(substring(content_hash, 1, 32) as uuid) as binary(16)) || cast(cast(substring(content_hash, 33) as uuid) as binary(16)),
  hash_bytes = cast(cast(substring(hash, 1, 32) as uuid) as binary(16)) || cast(cast(substring(hash, 33) as uuid) as binary(16));
alter table revision drop column parent_hash;
alter table revision drop column header_hash;
alter table revision alter column header_hash_bytes rename to header_hash;
alter table revision alter column header_hash set not null;
alter table revision drop column layout_hash;
alter table revision alter column layout_hash_bytes rename to layout_hash;
alter table revision alter column layout_hash set not null;
alter table revision drop column content_hash;
alter table revision alter column content_hash_bytes rename to content_hash;
alter table revision alter column content_hash set not null;
alter table revision drop column hash;
alter table revision alter column hash_bytes rename to hash;
alter table revision alter column hash set not null;
alter table content add column hash_bytes bytea;
update content set hash_bytes = cast(cast(substring(hash, 1, 32) as uuid) as binary(16)) || cast(cast(substring(hash, 33) as uuid) as binary(16));
alter table content drop primary key;
alter table content drop column hash;
alter table content alter column hash_bytes rename to hash;
alter table content alter column hash set not null;
alter table content add primary key (hash);
alter table revision add foreign key (header_hash) references content (hash);
alter table revision add foreign key (layout_hash) references content (hash);
-- A text may be kept as its difference from another one.
alter table content add column base bytea references content (hash);

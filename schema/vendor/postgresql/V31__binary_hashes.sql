-- Hashes as 32 bytes, not as 64 digits: beside the few words that most revisions change they are most of what a revision costs.
-- That of the revision before stands in its own row already.
alter table revision drop constraint revision_header_hash_fkey;
alter table revision drop constraint revision_layout_hash_fkey;
alter table content alter column hash type bytea using decode(hash, 'hex');
alter table revision
  alter column header_hash type bytea using decode(header_hash, 'hex'),
  alter column layout_hash type bytea using decode(layout_hash, 'hex'),
  alter column content_hash type bytea using decode(content_hash, 'hex'),
  drop column parent_hash,
  alter column hash type bytea using decode(hash, 'hex');
alter table revision add foreign key (header_hash) references content (hash);
alter table revision add foreign key (layout_hash) references content (hash);
-- A text may be kept as its difference from another one.
alter table content add column base bytea references content (hash);

-- How often a file of the watched folder could not be taken in, since the last story of it that was.
alter table import_file add column tries integer default 0 not null;

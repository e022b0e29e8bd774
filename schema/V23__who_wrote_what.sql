-- Who gave each paragraph its words, so that it is looked up and not searched for through a whole history.
-- Beside a whole list of blocks: the number of the revision that gave each of them its content, in the order of the list.
alter table revision add column origins varchar;
-- Blocks that somebody else than the revision's author wrote: their autosaves are in it.
alter table revision add column writers varchar;
-- The same of a working copy, of all blocks that were changed since the newest revision.
alter table working_copy add column writers varchar default '' not null;

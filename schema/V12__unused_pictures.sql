-- Since when no story, old state or revision names a picture; null while one does. Long after it the picture is cleaned up.
alter table media add column unused_since timestamp with time zone;

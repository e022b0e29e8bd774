-- Whether a story is one of those named, which come as one array ({1,2,3}): the planner puts the body in its place and finds the key.
create function galley_is_among(id bigint, ids text) returns boolean
language sql stable parallel safe as $$
  select id = any (ids::bigint[])
$$;

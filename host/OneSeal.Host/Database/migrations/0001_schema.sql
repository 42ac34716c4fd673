create schema if not exists oneseal;

-- Searching names by a part of them. The extension comes with Debian's server package; a server without it still works.
do $$
begin
    if exists (select from pg_available_extensions where name = 'pg_trgm') then
        create extension if not exists pg_trgm with schema public;
    end if;
end
$$;

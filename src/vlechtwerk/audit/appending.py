"""The database functions of the record: the digest of a line, and the only way to add one.

They run as the owner of the tables with a fixed search path. The role of the program may call `audit_append` and read; it
may not insert, change or remove a row itself. They are made by a migration; a later change takes a new one.
"""

DIGEST = """
CREATE FUNCTION audit_digest(line public.audit_entry) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(line.prev || convert_to((
        jsonb_strip_nulls(to_jsonb(line) - 'prev' - 'hash' - 'at')
        || jsonb_build_object('at', (extract(epoch FROM line.at) * 1000000)::bigint)
    )::text, 'UTF8'))
$$
"""
"""The same digest as `chain.digest`, which the check of the record computes without trusting the database."""

SHARD = """
CREATE FUNCTION audit_shard(line public.audit_entry) RETURNS smallint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (get_byte(uuid_send(coalesce(line.file_id, line.account_id, line.id)), 15) & 63)::smallint
$$
"""
"""The same chain as `chain.shard_of`: one file stays in one chain."""

APPEND = """
CREATE FUNCTION audit_append(told jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    line public.audit_entry := jsonb_populate_record(NULL::public.audit_entry, told);
    head public.audit_head;
BEGIN
    line.shard := public.audit_shard(line);
    SELECT * INTO head FROM public.audit_head h WHERE h.shard = line.shard FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        INSERT INTO public.audit_head VALUES (line.shard, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        SELECT * INTO STRICT head FROM public.audit_head h WHERE h.shard = line.shard FOR NO KEY UPDATE;
    END IF;
    line.at := clock_timestamp();
    line.pos := head.pos + 1;
    line.prev := head.hash;
    line.hash := public.audit_digest(line);
    INSERT INTO public.audit_entry SELECT line.*;
    UPDATE public.audit_head h SET pos = line.pos, hash = line.hash WHERE h.shard = line.shard;
END
$$
"""
"""Place and time are taken after the lock on the head of the chain, so that they follow each other as the lines do."""

CHAIN_EARLIER = """
DO $$
DECLARE
    line public.audit_entry;
    head public.audit_head;
BEGIN
    FOR line IN SELECT * FROM public.audit_entry ORDER BY id LOOP
        line.shard := public.audit_shard(line);
        SELECT * INTO head FROM public.audit_head h WHERE h.shard = line.shard;
        line.pos := coalesce(head.pos, 0) + 1;
        line.prev := coalesce(head.hash, decode(repeat('00', 32), 'hex'));
        line.hash := public.audit_digest(line);
        UPDATE public.audit_entry SET shard = line.shard, pos = line.pos, prev = line.prev, hash = line.hash
            WHERE id = line.id;
        INSERT INTO public.audit_head VALUES (line.shard, line.pos, line.hash)
            ON CONFLICT (shard) DO UPDATE SET pos = excluded.pos, hash = excluded.hash;
    END LOOP;
END
$$
"""
"""Link the lines from before there were chains."""

ONLY_APPEND = """
DO $$
DECLARE
    given record;
BEGIN
    REVOKE ALL ON FUNCTION public.audit_append(jsonb) FROM PUBLIC;
    FOR given IN
        SELECT DISTINCT one.relname, CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS who
        FROM pg_class one, aclexplode(one.relacl) acl
        WHERE one.oid IN ('public.audit_entry'::regclass, 'public.audit_head'::regclass) AND acl.grantee <> one.relowner
    LOOP
        EXECUTE format('REVOKE ALL ON public.%I FROM %s', given.relname, given.who);
        EXECUTE format('GRANT SELECT ON public.%I TO %s', given.relname, given.who);
        EXECUTE format('GRANT EXECUTE ON FUNCTION public.audit_append(jsonb) TO %s', given.who);
    END LOOP;
END
$$
"""
"""Whoever could write the tables may read them and add lines through the function, and nothing else."""

WRITE_AGAIN = """
DO $$
DECLARE
    given record;
BEGIN
    FOR given IN
        SELECT DISTINCT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS who
        FROM pg_class one, aclexplode(one.relacl) acl
        WHERE one.oid = 'public.audit_entry'::regclass AND acl.grantee <> one.relowner
    LOOP
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON public.audit_entry TO %s', given.who);
    END LOOP;
END
$$
"""
"""The way back: a program of before the chains writes the table itself."""

FUNCTIONS = (DIGEST, SHARD, APPEND)
DROP = "DROP FUNCTION audit_append(jsonb), audit_shard(audit_entry), audit_digest(audit_entry)"

-- Several offers of a license change at once, all or nothing: some go, others move, and some come. Offers never share a day
-- (L3), not even in between, so the steps are made one after another in the order in which they are given.
CREATE FUNCTION rearrange_offers(changes jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
  move record;
BEGIN
  FOR one IN
    SELECT * FROM jsonb_to_recordset(changes) AS c (license_id uuid, withdrawn date[], moved jsonb, added jsonb)
  LOOP
    IF cardinality(one.withdrawn) > 0 THEN
      -- Titles are held in the order of their ids, as everywhere.
      PERFORM FROM content c
        WHERE c.id IN (SELECT a.content_id FROM assignments a
                       WHERE a.license_id = one.license_id AND a.offer_starts_on = ANY (one.withdrawn))
        ORDER BY c.id FOR NO KEY UPDATE OF c;
      -- Here and not with their titles, because another offer may begin on the same day afterwards.
      DELETE FROM assignments WHERE license_id = one.license_id AND offer_starts_on = ANY (one.withdrawn);
      DELETE FROM offers WHERE license_id = one.license_id AND starts_on = ANY (one.withdrawn);
    END IF;
    FOR move IN
      SELECT * FROM jsonb_to_recordset(one.moved)
        AS o (was date, starts_on date, ends_on date, name text, prices jsonb, devices int[])
    LOOP
      UPDATE offers SET starts_on = move.starts_on, ends_on = move.ends_on, name = move.name, prices = move.prices,
          devices = move.devices
        WHERE license_id = one.license_id AND starts_on = move.was;
    END LOOP;
    INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
      SELECT one.license_id, o.starts_on, o.ends_on, o.name, o.prices, o.devices
      FROM jsonb_to_recordset(one.added)
        AS o (starts_on date, ends_on date, name text, prices jsonb, devices int[]);
  END LOOP;
END $$;

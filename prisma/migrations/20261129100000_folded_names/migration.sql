-- One form of names for searching, sorting and telling whether two spellings mean the same.

-- The same as `fold` in src/domain/names/folding.ts, character by character; a test compares the two over all of Unicode.
-- Most names are plain ASCII, and those need none of the slow steps. Collation "pg_c_utf8" lowers each letter by itself,
-- whatever the database's own locale is.
CREATE FUNCTION fold(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text := lower(name COLLATE "pg_c_utf8");
BEGIN
  IF plain ~ '[^ -_a-~]' THEN
    plain := normalize(translate(name, '´', ''''), NFKD);
    plain := lower(regexp_replace(plain,
      '[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u0640\u064b-\u065f\u0670\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]',
      '', 'g') COLLATE "pg_c_utf8");
    plain := translate(plain,
      'łøđðħıĸŋŧƀɓƃƈɖɗƌəɛƒɠǥɨƙƚɫɲƞɔɵƥƭʈʉʋƴƶȥⱥȼɇɉɍɏς'
        || U&'\2018\2019\201a\201b\2032\02b9\02bb\02bc\02bd`\201c\201d\201e\201f«»\2010\2012\2013\2014\2015\2212\2044',
      'loddhikntbbbcdddeefggikllnnoopttuvyzzacejryσ'
        || repeat('''', 10) || repeat('"', 6) || repeat('-', 6) || '/');
    plain := replace(replace(replace(replace(plain, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    plain := normalize(regexp_replace(plain, '[\t-\r\u0085\u1680\u2028\u2029]', ' ', 'g'), NFC);
  END IF;
  RETURN regexp_replace(btrim(plain, ' '), ' {2,}', ' ', 'g');
END $$;

ALTER TABLE contracts ALTER COLUMN search_text SET EXPRESSION AS (fold(studio || ' ' || reference));
ALTER TABLE licenses ALTER COLUMN search_text
  SET EXPRESSION AS (fold(name || ' ' || contract_reference || ' ' || studio));
ALTER TABLE content ALTER COLUMN search_text SET EXPRESSION AS (fold(title));

DROP INDEX licenses_by_name, licenses_by_studio, content_by_studio;
CREATE INDEX licenses_by_name ON licenses ((fold(name)) COLLATE "C", id);
CREATE INDEX licenses_by_studio ON licenses ((fold(studio)) COLLATE "C", (fold(name)) COLLATE "C", id);
CREATE INDEX content_by_studio ON content ((fold(studio)) COLLATE "C", search_text COLLATE "C", id);

-- The same contract is the same however it is spelt. Where two spellings are stored already, each keeps its own: all but the
-- one that was recorded first are numbered apart, until a correction gives them another studio or reference.
ALTER TABLE contracts ADD COLUMN twin integer NOT NULL DEFAULT 0 CHECK (twin >= 0);
ALTER TABLE contracts DISABLE TRIGGER USER;
UPDATE contracts c SET twin = numbered.twin
FROM (
  SELECT id, row_number() OVER (
      PARTITION BY fold(studio) COLLATE "C", fold(reference) COLLATE "C" ORDER BY recorded.sequence, id) - 1 AS twin
  FROM contracts LEFT JOIN history recorded ON recorded.aggregate_id = contracts.id AND recorded.version = 1) numbered
WHERE numbered.id = c.id AND numbered.twin > 0;
ALTER TABLE contracts ENABLE TRIGGER USER;
CREATE UNIQUE INDEX contracts_name_key
  ON contracts ((fold(studio)) COLLATE "C", (fold(reference)) COLLATE "C", twin);

CREATE FUNCTION end_twin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.twin := 0;
  RETURN NEW;
END $$;

CREATE TRIGGER contracts_end_twin BEFORE UPDATE ON contracts
  FOR EACH ROW
  WHEN (OLD.twin > 0 AND (fold(OLD.studio), fold(OLD.reference)) IS DISTINCT FROM (fold(NEW.studio), fold(NEW.reference)))
  EXECUTE FUNCTION end_twin();

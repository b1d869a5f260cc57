import pg from 'pg';

/** The best SQL by hand for what the product answers about titles, on the bare driver, as prepared statements. */
export class HandWritten {
  private readonly pool: pg.Pool;

  constructor(url: string, connections: number) {
    // Two letters of a word can be swapped, and it is still found.
    const options = '-c pg_trgm.word_similarity_threshold=0.4';
    this.pool = new pg.Pool({ connectionString: url, max: connections, options });
  }

  /** The offer that decides, or the licenses that say why there is none and when there is one again. */
  async availability(question: {
    readonly contentIds: readonly string[];
    readonly rightsType: string;
    /** By their numbers in storage. */
    readonly territory: number;
    readonly device: number;
    readonly day: string;
  }): Promise<readonly { readonly id: string; readonly offer: string | null }[]> {
    const { contentIds, rightsType, territory, device, day } = question;
    return this.rows('availability', AVAILABILITY, [
      contentIds,
      rightsType,
      territory,
      device,
      day,
    ]);
  }

  /** Titles whose last day on offer lies in a span, or that have a gap which begins there; a page of them and their count. */
  async board(which: 'dark' | 'gaps', start: string, end: string, pageSize: number) {
    const source = which === 'dark' ? DARK : GAPS;
    const [rows, [counted]] = await Promise.all([
      this.rows<{ id: string }>(which, `${source} ORDER BY day, id LIMIT $3`, [
        start,
        end,
        pageSize,
      ]),
      this.rows<{ total: number }>(`${which} counted`, countOf(source), [start, end]),
    ]);
    return { ids: rows.map(({ id }) => id), total: counted?.total ?? 0 };
  }

  /** Titles by a name that may be misspelt, the most alike first; a page of them and their count. */
  async misspelt(text: string, pageSize: number) {
    const source = `SELECT * FROM content WHERE search_text %> $1::text`;
    const page = `${source} ORDER BY word_similarity($1, search_text) DESC, search_text COLLATE "C", id LIMIT ${pageSize}`;
    const [rows, [counted]] = await Promise.all([
      this.rows<{ id: string }>('misspelt', lines(page), [text]),
      this.rows<{ total: number }>('misspelt counted', countOf(source), [text]),
    ]);
    return { ids: rows.map(({ id }) => id), total: counted?.total ?? 0 };
  }

  /** Titles by a text that may be part of a name or the beginning of an identifier; the identifier itself comes first. */
  async spelled(text: string, pageSize: number) {
    const values = [
      text.toLowerCase(),
      `%${text.toLowerCase()}%`,
      `${text.toLowerCase()}\u{10FFFF}`,
    ];
    const known = `ARRAY(SELECT content_id FROM content_identifiers WHERE lower(value) ~>=~ $1 AND lower(value) ~<~ $3)`;
    const source = `SELECT * FROM content WHERE search_text LIKE $2 OR id = ANY (${known})`;
    const page = `${source} ORDER BY search_text = $1 OR id = ANY (${known}) DESC, search_text COLLATE "C", id LIMIT ${pageSize}`;
    const [rows, [counted]] = await Promise.all([
      this.rows<{ id: string }>('spelled', lines(page), values),
      this.rows<{ total: number }>('spelled counted', countOf(source), values),
    ]);
    return { ids: rows.map(({ id }) => id), total: counted?.total ?? 0 };
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async rows<Row extends object>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return (await this.pool.query<Row>({ name, text, values: [...values] })).rows;
  }
}

const AVAILABILITY = `
  SELECT c.id, c.title, decides.*, why.reasons, why.again
  FROM content c
  LEFT JOIN LATERAL (
    SELECT l.id AS license_id, l.name AS license, o.name AS offer, o.prices, o.starts_on::text, o.ends_on::text
    FROM assignments a
      JOIN licenses l ON l.id = a.license_id
      JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
    WHERE a.content_id = c.id AND l.rights_type = $2 AND l.territories @> ARRAY[$3::int]
      AND o.devices @> ARRAY[$4::int] AND o.starts_on <= $5::date AND (o.ends_on IS NULL OR o.ends_on > $5::date)
    LIMIT 1) decides ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('license', l.id, 'name', l.name, 'rights', l.rights_type, 'devices', l.devices,
        'starts', l.starts_on, 'ends', l.ends_on, 'offer', o.name, 'offer_devices', o.devices)) AS reasons,
      min((SELECT min(later.starts_on) FROM assignments a
        JOIN offers later ON later.license_id = a.license_id AND later.starts_on = a.offer_starts_on
        WHERE a.content_id = c.id AND a.license_id = l.id AND l.rights_type = $2 AND a.offer_starts_on > $5::date
          AND later.devices @> ARRAY[$4::int]))::text AS again
    FROM licenses l
      LEFT JOIN offers o ON o.license_id = l.id AND o.period @> $5::date
    WHERE l.id IN (SELECT license_id FROM assignments WHERE content_id = c.id) AND l.territories @> ARRAY[$3::int]
  ) why ON decides.license_id IS NULL
  WHERE c.id = ANY ($1::uuid[])`;

const DARK = `
  SELECT c.id, c.title, c.kind, c.studio, p.dark_on AS day,
    jsonb_object_agg(p.rights_type || p.first_territory, p.territories) AS places
  FROM content_coverage p JOIN content c ON c.id = p.content_id
  WHERE p.dark_on >= $1::date AND p.dark_on < $2::date
  GROUP BY p.dark_on, c.id`;

const GAPS = `
  SELECT c.id, c.title, c.kind, c.studio, lower(gap) AS day, upper(gap) AS until,
    jsonb_object_agg(p.rights_type || p.first_territory, p.territories) AS places
  FROM content_coverage p CROSS JOIN LATERAL unnest(p.gaps) AS g (gap) JOIN content c ON c.id = p.content_id
  WHERE p.gaps <> '{}' AND p.gaps && daterange($1::date, $2::date) AND lower(gap) >= $1::date AND lower(gap) < $2::date
  GROUP BY gap, c.id`;

/** Counted as far as the product counts. */
function countOf(source: string): string {
  return `SELECT count(*)::int AS total FROM (${source} LIMIT 10001) counted`;
}

/** What a line of the catalog shows of each title. */
function lines(page: string): string {
  return `
    WITH page AS (${page})
    SELECT page.id, page.version, page.title, page.kind, page.studio, page.release_year, page.position, page.identifiers,
      page.coverage::text, parent.id AS parent_id, parent.title AS parent_title,
      (SELECT count(*)::int FROM assignments a WHERE a.content_id = page.id) AS assignments
    FROM page LEFT JOIN content parent ON parent.id = page.parent_id`;
}

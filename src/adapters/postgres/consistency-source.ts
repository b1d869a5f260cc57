import type { ChainedLine } from '../../domain/consistency/chain-consistency';
import type { RecordedChange } from '../../domain/consistency/answer-consistency';
import type { StoredChange } from '../../domain/consistency/findings';
import type { StoredContract } from '../../domain/consistency/contract-consistency';
import type { StoredLicense } from '../../domain/consistency/license-consistency';
import type { ContractDetails } from '../../domain/contract/contract';
import type { StoredPriceTable } from '../../domain/consistency/price-table-consistency';
import type { StoredTitle } from '../../domain/consistency/title-consistency';
import type { Finding } from '../../domain/consistency/findings';
import type { OfferData } from '../../domain/license/offer';
import { deviceOfNumber } from '../../domain/values/device';
import { formatOfNumber } from '../../domain/values/format';
import { territoryOfNumber } from '../../domain/values/territory';
import type { Aggregate } from '../../service/errors';
import type { ContentDetailsRow, DetailsRow, LanguagesRow, OfferRow } from './rows';
import { contentDetailsOf, languagesOf } from './rows';
import { priceLineOf, takedownOf } from './rows';
import type { TakedownTuple } from './rows';
import { priceEntry, PRICES_JSON, type PriceRow } from './price-table/price-rows';
import type { Queries } from './connection/transaction';
import { strays } from './consistency-strays';
import { asOfOneMoment } from './connection/snapshot';
import type { StoredCodec } from './stored/codec';
import {
  historyLine,
  storedContentChanges,
  storedContractChanges,
  storedLicenseChanges,
  storedPriceTableChanges,
} from './stored/stored-changes';

/** What is stored, as of one moment, for the consistency check to judge. */
export interface ConsistencySource {
  licenses(): AsyncGenerator<StoredLicense>;
  contracts(): AsyncGenerator<StoredContract>;
  titles(): AsyncGenerator<StoredTitle>;
  priceTables(): AsyncGenerator<StoredPriceTable>;
  /** Every line of history there is, also of what was removed, with what it and the line before it hash to. */
  chain(): AsyncGenerator<ChainedLine>;
  /** Every line of history there is. */
  recorded(): AsyncGenerator<RecordedChange>;
  /** What belongs to nothing: commands without their change, import or export; history and offers of no aggregate there is. */
  strays(): Promise<Finding[]>;
}

const BATCH = 500;
const LINES = 5_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Shows everything stored in the database at `url`, live or not, as of one moment. */
export function inSnapshot<T>(
  url: string,
  work: (source: ConsistencySource) => Promise<T>,
): Promise<T> {
  return asOfOneMoment(url, (queries) => work(new PostgresConsistencySource(queries)));
}

interface LicenseRow extends DetailsRow {
  readonly id: string;
  readonly version: number;
  readonly offers: readonly OfferRow[];
  readonly closing: StoredLicense['closing'];
  readonly history: readonly StoredChange<unknown>[];
}

interface ContractRow extends ContractDetails {
  readonly id: string;
  readonly version: number;
  readonly closing: StoredContract['closing'];
  readonly licensesInUse: number;
  readonly history: readonly StoredChange<unknown>[];
}

interface PriceTableRow {
  readonly id: string;
  readonly version: number;
  readonly studio: string;
  readonly prices: readonly PriceRow[];
  readonly history: readonly StoredChange<unknown>[];
}

interface TitleRow extends ContentDetailsRow {
  readonly id: string;
  readonly version: number;
  readonly findable: StoredTitle['findable'];
  readonly coverage: StoredTitle['coverage'];
  readonly places: readonly {
    readonly rightsType: string;
    readonly territories: readonly number[];
    readonly days: StoredTitle['coverage'];
  }[];
  readonly assignments: readonly (LanguagesRow & {
    readonly license_id: string;
    readonly starts_on: string;
    readonly name: string;
    readonly rights_type: string;
    readonly territories: readonly number[];
    readonly offer: OfferRow | null;
  })[];
  readonly takedowns: readonly TakedownTuple[];
  readonly closing: StoredTitle['closing'];
  readonly history: readonly StoredChange<unknown>[];
}

class PostgresConsistencySource implements ConsistencySource {
  constructor(private readonly queries: Queries) {}

  async *licenses(): AsyncGenerator<StoredLicense> {
    const rows = this.inBatches<LicenseRow>(`
      SELECT id, version, name, notes, rights_type, territories, devices, formats, languages, held_back,
        exclusive, starts_on::text, ends_on::text, closing,
        (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY starts_on), '[]') FROM offers o WHERE license_id = a.id) AS offers,
        ${historyOf('license')} AS history
      FROM licenses a WHERE id > $1::uuid ORDER BY id LIMIT ${BATCH}`);
    for await (const { id, version, offers, closing, history, ...row } of rows)
      yield {
        id,
        version,
        details: {
          name: row.name,
          notes: row.notes,
          terms: {
            rightsType: row.rights_type,
            territories: row.territories.map((number) => named(territoryOfNumber, number)).sort(),
            devices: row.devices.map((number) => named(deviceOfNumber, number)),
            formats: row.formats?.map((number) => named(formatOfNumber, number)) ?? null,
            languages: languagesOf(row),
            exclusive: row.exclusive,
            window: { startsOn: row.starts_on, endsOn: row.ends_on },
          },
        },
        offers: offers.map(storedOffer),
        closing,
        history: read(storedLicenseChanges, id, history),
      };
  }

  async *contracts(): AsyncGenerator<StoredContract> {
    const rows = this.inBatches<ContractRow>(`
      SELECT id, version, studio, reference, signed_on::text AS "signedOn", notes, closing,
        (SELECT count(*)::int FROM licenses l WHERE l.contract_id = a.id AND (l.closing ->> 'kind' = 'void') IS NOT TRUE)
          AS "licensesInUse", ${historyOf('contract')} AS history
      FROM contracts a WHERE id > $1::uuid ORDER BY id LIMIT ${BATCH}`);
    for await (const { id, version, closing, licensesInUse, history, ...details } of rows)
      yield {
        id,
        version,
        details,
        closing,
        licensesInUse,
        history: read(storedContractChanges, id, history),
      };
  }

  async *titles(): AsyncGenerator<StoredTitle> {
    const rows = this.inBatches<TitleRow>(`
      SELECT id, version, title, kind, studio, release_year, parent_id, position, identifiers, notes, closing,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('scheme', scheme, 'value', value)), '[]')
          FROM content_identifiers WHERE content_id = a.id) AS findable,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('startsOn', lower(r), 'endsOn', upper(r)) ORDER BY r), '[]')
          FROM unnest(coverage) AS r) AS coverage,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('rightsType', p.rights_type, 'territories', p.territories, 'days', (
              SELECT jsonb_agg(jsonb_build_object('startsOn', lower(r), 'endsOn', upper(r)) ORDER BY r)
              FROM unnest(p.days) AS r))), '[]')
          FROM content_coverage p WHERE p.content_id = a.id) AS places,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('license_id', s.license_id, 'starts_on', s.offer_starts_on,
            'name', l.name, 'rights_type', l.rights_type, 'territories', l.territories,
            'formats', l.formats, 'languages', l.languages, 'held_back', l.held_back, 'offer', to_jsonb(o))), '[]')
          FROM assignments s LEFT JOIN licenses l ON l.id = s.license_id
          LEFT JOIN offers o ON o.license_id = s.license_id AND o.starts_on = s.offer_starts_on
          WHERE s.content_id = a.id) AS assignments,
        (SELECT coalesce(jsonb_agg(jsonb_build_array(t.number, t.starts_on, t.ends_on, t.territories, t.rights_types, t.reason)
            ORDER BY t.number), '[]') FROM takedowns t WHERE t.content_id = a.id) AS takedowns,
        ${historyOf('content')} AS history
      FROM content a WHERE id > $1::uuid ORDER BY id LIMIT ${BATCH}`);
    for await (const row of rows)
      yield {
        id: row.id,
        version: row.version,
        details: contentDetailsOf(row),
        findable: row.findable,
        coverage: row.coverage,
        places: row.places.map((place) => ({
          ...place,
          territories: place.territories.map((number) => named(territoryOfNumber, number)),
        })),
        assignments: row.assignments.map((assignment) => ({
          licenseId: assignment.license_id,
          licenseName: assignment.name,
          startsOn: assignment.starts_on,
          terms: {
            rightsType: assignment.rights_type,
            territories: assignment.territories.map((number) => named(territoryOfNumber, number)),
            formats: assignment.formats?.map((one) => named(formatOfNumber, one)) ?? null,
            languages: languagesOf(assignment),
          },
          offer: assignment.offer === null ? null : storedOffer(assignment.offer),
        })),
        takedowns: row.takedowns.map(takedownOf),
        closing: row.closing,
        history: read(storedContentChanges, row.id, row.history),
      };
  }

  async *priceTables(): AsyncGenerator<StoredPriceTable> {
    const rows = this.inBatches<PriceTableRow>(`
      SELECT id, version, studio, ${PRICES_JSON} AS prices, ${historyOf('price-table')} AS history
      FROM price_tables a WHERE id > $1::uuid ORDER BY id LIMIT ${BATCH}`);
    for await (const { prices, history, ...table } of rows)
      yield {
        ...table,
        prices: prices.map(priceEntry),
        history: read(storedPriceTableChanges, table.id, history),
      };
  }

  async *chain(): AsyncGenerator<ChainedLine> {
    for (let last: readonly [string, number] | null = [NOBODY, 0]; last !== null;) {
      const rows: ChainedLine[] = await this.queries.$queryRaw<ChainedLine[]>`
        SELECT aggregate, aggregate_id AS id, version, encode(hash, 'hex') AS hash,
          encode(history_hash((SELECT hash FROM history b
            WHERE b.aggregate_id = h.aggregate_id AND b.version = h.version - 1), h), 'hex') AS expected
        FROM history h WHERE (aggregate_id, version) > (${last[0]}::uuid, ${last[1]}::int)
        ORDER BY aggregate_id, version LIMIT ${LINES}`;
      yield* rows;
      const end = rows.at(-1);
      last = end === undefined ? null : [end.id, end.version];
    }
  }

  async *recorded(): AsyncGenerator<RecordedChange> {
    yield* await this.queries.$queryRaw<RecordedChange[]>`
      SELECT command_key AS key, aggregate_id AS id, version, change ->> 'kind' AS kind FROM history`;
  }

  strays(): Promise<Finding[]> {
    return strays(this.queries);
  }

  private async *inBatches<Row extends { readonly id: string }>(sql: string): AsyncGenerator<Row> {
    for (let last: string | undefined = NOBODY; last !== undefined;) {
      const rows: Row[] = await this.queries.$queryRawUnsafe<Row[]>(sql, last);
      yield* rows;
      last = rows.at(-1)?.id;
    }
  }
}

/** @throws StoredUnreadable for the first line that cannot be read */
function read<Change>(
  codec: StoredCodec<Change>,
  id: string,
  history: readonly StoredChange<unknown>[],
): StoredChange<Change>[] {
  return history.map((line) => ({
    ...line,
    change: codec.read(line.change, historyLine(id, line.version)),
  }));
}

/** A command answers for the aggregate it was sent to, or for each of several; what else it changed answers for itself. */
function historyOf(aggregate: Aggregate): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('version', h.version, 'change', h.change, 'key', h.command_key,
      'answered', CASE
        WHEN c.result ->> 'id' = h.aggregate_id::text THEN c.result -> 'version'
        WHEN c.result ? 'assigned' THEN jsonb_path_query_first(c.result, '$.assigned[*] ? (@.id == $id).version',
          jsonb_build_object('id', h.aggregate_id))
        WHEN h.aggregate = 'license' THEN jsonb_path_query_first(c.result,
          '$.*[*] ? (@.id == $id).version', jsonb_build_object('id', h.aggregate_id))
        WHEN h.aggregate = 'content' AND c.result IS NOT NULL THEN to_jsonb(h.version)
      END) ORDER BY h.version, h.sequence), '[]')
    FROM history h LEFT JOIN commands c ON c.key = h.command_key
    WHERE h.aggregate_id = a.id AND h.aggregate = '${aggregate}')`;
}

function storedOffer(offer: OfferRow): OfferData {
  return {
    name: offer.name,
    prices: offer.prices.map(priceLineOf),
    window: { startsOn: offer.starts_on, endsOn: offer.ends_on },
    devices: offer.devices.map((number) => named(deviceOfNumber, number)),
  };
}

/** A number that stands for nothing stays visible as what it is. */
function named(name: (number: number) => string, number: number): string {
  try {
    return name(number);
  } catch {
    return `#${number}`;
  }
}

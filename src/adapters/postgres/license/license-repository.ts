import type { LicenseClosing } from '../../../domain/closing';
import type { DateRange } from '../../../domain/values/date-range';
import type { NamedLicense } from '../../../domain/contract/contract-errors';
import type { GrantedLicense } from '../../../domain/license/twin';
import type { LicenseChange } from '../../../domain/license/license-change';
import type { LicenseDetails } from '../../../domain/license/license-details';
import type { OfferData } from '../../../domain/license/offer';
import type { LicenseRepository } from '../../../service/unit-of-work';
import type { PendingWrite } from '../pending-write';
import type { Queries } from '../connection/transaction';
import { deviceNumber } from '../../../domain/values/device';
import { License } from '../../../domain/license/license';
import { offersAddedBy } from '../../../domain/license/license-change';
import { LicenseDetails as Details } from '../../../domain/license/license-details';
import { Offer } from '../../../domain/license/offer';
import { territoryNumber } from '../../../domain/values/territory';
import { Timeline } from '../../../domain/license/timeline';
import { Prisma } from '../../generated/prisma/client';
import { detailsColumns, detailsOf, isNotVoid, multirange, offerColumns, offerOf } from '../rows';
import { foldedColumn } from '../text-search';
import type { DetailsRow, OfferTuple } from '../rows';
import { historyLine, storedLicenseChanges } from '../stored/stored-changes';
import { formatNumbers, grantedLicenses, offerRow } from './license-writes';

interface LicenseRow extends DetailsRow {
  readonly contract_id: string;
  readonly version: number;
  readonly closing: LicenseClosing | null;
  readonly offers: readonly OfferTuple[];
}

/** Licenses on PostgreSQL. Reads happen at once; writes wait in `pending` until the unit of work commits. */
export class PrismaLicenseRepository implements LicenseRepository {
  constructor(
    private readonly prisma: Queries,
    private readonly pending: PendingWrite[],
  ) {}

  async get(id: string, known?: readonly DateRange[]): Promise<License | null> {
    const [row] = await this.prisma.$queryRaw<LicenseRow[]>`
      SELECT contract_id, version, ${detailsColumns}, closing, (${offersOf(id, known)}) AS offers
      FROM licenses WHERE id = ${id}::uuid`;
    if (row === undefined) return null;
    const offers = row.offers.map((offer) => Offer.of(offerOf(offer)));
    return License.reconstitute({
      id,
      contractId: row.contract_id,
      version: row.version,
      details: Details.of(detailsOf(row)),
      timeline: known === undefined ? Timeline.whole(offers) : Timeline.part(offers, known),
      closing: row.closing,
    });
  }

  async granted(contractId: string, rightsType: string): Promise<readonly GrantedLicense[]> {
    const rows = await this.prisma.$queryRaw<(DetailsRow & { id: string })[]>`
      SELECT id::text, ${detailsColumns}
      FROM licenses WHERE contract_id = ${contractId}::uuid AND rights_type = ${rightsType}
        AND ${isNotVoid('licenses')}
      ORDER BY starts_on, id`;
    return rows.map((row) => {
      const { name, terms } = detailsOf(row);
      return { id: row.id, name, terms };
    });
  }

  async inUse(contractId: string): Promise<readonly NamedLicense[]> {
    return this.prisma.$queryRaw<NamedLicense[]>`
      SELECT id::text, name FROM licenses WHERE contract_id = ${contractId}::uuid AND ${isNotVoid('licenses')}
      ORDER BY ${foldedColumn('name')}, id`;
  }

  async changesAfter(id: string, version: number): Promise<readonly LicenseChange[]> {
    const rows = await this.prisma.$queryRaw<{ version: number; change: unknown }[]>`
      SELECT version, change FROM history
      WHERE aggregate_id = ${id}::uuid AND version > ${version} ORDER BY version`;
    return rows.map((row) => storedLicenseChanges.read(row.change, historyLine(id, row.version)));
  }

  add(license: License): void {
    this.pending.push(grantedLicenses([license]));
  }

  save(license: License): void {
    if (license.change === null) return;
    const { id, version } = license;
    this.write(
      license,
      Prisma.sql`
        UPDATE licenses SET version = version + 1 ${columnsChanged(license)}
        WHERE id = ${id}::uuid AND version = ${version} RETURNING id, version`,
    );
  }

  remove({ id, version, details }: License): void {
    this.pending.push({
      aggregate: 'license',
      next: [{ id, version, change: { kind: 'license-removed', name: details.name } }],
      written: Prisma.sql`
        DELETE FROM licenses WHERE (id, version) = (${id}::uuid, ${version}) RETURNING id, version + 1 AS version`,
      members: [Prisma.sql`DELETE FROM offers USING written WHERE license_id = written.id`],
      dependsOnLicenses: new Map(),
    });
  }

  private write({ id, version, change }: License, written: Prisma.Sql): void {
    if (change === null) throw new Error('A new license has its grant as its change.');
    this.pending.push({
      aggregate: 'license',
      next: [{ id, version, change }],
      written,
      members: offerWrites(change),
      dependsOnLicenses: new Map(),
    });
  }
}

function offersOf(id: string, known: readonly DateRange[] | undefined): Prisma.Sql {
  const columns = Prisma.sql`
    SELECT coalesce(json_agg(${offerColumns} ORDER BY starts_on), '[]')
    FROM offers o WHERE license_id = ${id}::uuid`;
  if (known === undefined) return columns;
  // By the index behind L3, which must be scanned once in a statement only: see its migration.
  return Prisma.sql`${columns} AND period && ${multirange(known)}::datemultirange AND NOT isempty(period)`;
}

/** The columns that a change sets beside the version. */
function columnsChanged({ change, details, closing }: License): Prisma.Sql {
  switch (change?.kind) {
    case 'license-amended':
      return detailAssignments(details);
    case 'license-closed':
    case 'license-reopened':
      return Prisma.sql`, ends_on = ${details.terms.window.endsOn}::date,
        closing = ${closing === null ? null : JSON.stringify(closing)}::jsonb`;
    case 'license-granted':
    case 'offers-generated':
    case 'offers-withdrawn':
    case 'offer-replaced':
    case undefined:
      return Prisma.empty;
  }
}

function detailAssignments({ name, notes, terms }: LicenseDetails): Prisma.Sql {
  return Prisma.sql`, name = ${name}, notes = ${notes}, rights_type = ${terms.rightsType},
    territories = ${terms.territories.map(territoryNumber)}::int[],
    devices = ${terms.devices.map(deviceNumber)}::int[], formats = ${formatNumbers(terms.formats)}::int[],
    languages = ${terms.languages.allowed}::text[], held_back = ${terms.languages.heldBack}::text[],
    exclusive = ${terms.exclusive},
    starts_on = ${terms.window.startsOn}::date, ends_on = ${terms.window.endsOn}::date`;
}

/** The rows of offers that a change writes; a replaced offer's row stays the same row. */
function offerWrites(change: LicenseChange): Prisma.Sql[] {
  switch (change.kind) {
    case 'license-granted':
    case 'offers-generated':
      return insertions(offersAddedBy(change));
    case 'offers-withdrawn':
      return deletions(change.offers);
    case 'offer-replaced':
      return [replacement(change)];
    case 'license-closed':
    case 'license-reopened':
      return [
        ...(change.replaced === null ? [] : [replacement(change.replaced)]),
        ...(change.kind === 'license-closed' ? deletions : insertions)(change.offers),
      ];
    case 'license-amended':
      return [];
  }
}

function insertions(offers: readonly OfferData[]): Prisma.Sql[] {
  if (offers.length === 0) return [];
  return [
    Prisma.sql`
      INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
      SELECT written.id, o.starts_on, o.ends_on, o.name, o.prices, o.devices
      FROM written, ${recordset(offers)}`,
  ];
}

function deletions(offers: readonly OfferData[]): Prisma.Sql[] {
  if (offers.length === 0) return [];
  return [
    Prisma.sql`
      DELETE FROM offers USING written, ${recordset(offers)}
      WHERE offers.license_id = written.id AND offers.starts_on = o.starts_on`,
  ];
}

function replacement({ before, after }: { readonly before: OfferData; readonly after: OfferData }) {
  return Prisma.sql`
    UPDATE offers SET starts_on = o.starts_on, ends_on = o.ends_on, name = o.name,
      prices = o.prices, devices = o.devices
    FROM written, ${recordset([after])}
    WHERE offers.license_id = written.id AND offers.starts_on = ${before.window.startsOn}::date`;
}

/** Offers as one parameter, so that a statement's text does not depend on how many there are. */
function recordset(offers: readonly OfferData[]): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(offers.map(offerRow))}::jsonb)
    AS o (starts_on date, ends_on date, name text, prices jsonb, devices int[])`;
}

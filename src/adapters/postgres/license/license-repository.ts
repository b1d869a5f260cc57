import type { LicenseClosing } from '../../../domain/closing';
import type { DateRange } from '../../../domain/values/date-range';
import type { NamedLicense } from '../../../domain/contract/contract-errors';
import type { GrantedLicense } from '../../../domain/license/twin';
import type { LicenseChange } from '../../../domain/license/license-change';
import type { LicenseDetails } from '../../../domain/license/license-details';
import type { LicenseRepository, LicenseVersion } from '../../../service/unit-of-work';
import type { PendingWrite } from '../pending-write';
import type { Queries } from '../connection/transaction';
import { deviceNumber } from '../../../domain/values/device';
import { License } from '../../../domain/license/license';
import { LicenseDetails as Details } from '../../../domain/license/license-details';
import { Offer } from '../../../domain/license/offer';
import { territoryNumber } from '../../../domain/values/territory';
import { Timeline } from '../../../domain/license/timeline';
import { Prisma } from '../../generated/prisma/client';
import { detailsColumns, detailsOf, isNotVoid, multirange, offerColumns, offerOf } from '../rows';
import { foldedColumn } from '../text-search';
import type { DetailsRow, OfferTuple } from '../rows';
import { historyLine, storedLicenseChanges } from '../stored/stored-changes';
import {
  amendedLicenses,
  changedOffers,
  closedOrReopened,
  formatNumbers,
  grantedLicenses,
  isClosing,
  rearrangedOffers,
  writeOf,
} from './license-writes';

interface LicenseRow extends DetailsRow {
  readonly id: string;
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
      SELECT id::text, contract_id, version, ${detailsColumns}, closing,
        (${offersOf(Prisma.sql`${id}::uuid`, known)}) AS offers
      FROM licenses WHERE id = ${id}::uuid`;
    return row === undefined ? null : licenseOf(row, known);
  }

  async getAll(ids: readonly string[], known?: readonly DateRange[]): Promise<readonly License[]> {
    const rows = await this.prisma.$queryRaw<LicenseRow[]>`
      SELECT id::text, contract_id, version, ${detailsColumns}, closing,
        (${offersOf(Prisma.sql`licenses.id`, known)}) AS offers
      FROM licenses WHERE id = ANY (${ids}::uuid[])`;
    return rows.map((row) => licenseOf(row, known));
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

  async changesTo(
    versions: readonly LicenseVersion[],
  ): Promise<ReadonlyMap<string, LicenseChange>> {
    const rows = await this.prisma.$queryRaw<{ id: string; version: number; change: unknown }[]>`
      SELECT h.aggregate_id::text AS id, h.version, h.change FROM history h
      JOIN unnest(${versions.map(({ licenseId }) => licenseId)}::uuid[], ${versions.map(({ version }) => version)}::int[])
        AS made (id, version) ON h.aggregate_id = made.id AND h.version = made.version`;
    return new Map(
      rows.map(({ id, version, change }) => [
        id,
        storedLicenseChanges.read(change, historyLine(id, version)),
      ]),
    );
  }

  add(license: License, dependsOn?: ReadonlyMap<string, number>): void {
    this.pending.push(grantedLicenses([license], dependsOn));
  }

  saveTogether(licenses: readonly License[]): void {
    for (const way of WAYS) {
      const some = licenses.filter(({ change }) => change !== null && wayOf(change) === way);
      if (some.length > 0) this.pending.push(TOGETHER[way](some));
    }
  }

  save(license: License): void {
    const { id, version, change } = license;
    if (change === null) return;
    if (['closed', 'rearranged'].includes(wayOf(change))) {
      this.saveTogether([license]);
      return;
    }
    const written = Prisma.sql`
      UPDATE licenses SET version = version + 1 ${columnsChanged(license)}
      WHERE id = ${id}::uuid AND version = ${version} RETURNING id, version`;
    this.pending.push(writeOf([license], written));
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
}

/** How changes of several licenses are written by one statement. */
const TOGETHER = {
  closed: closedOrReopened,
  amended: amendedLicenses,
  rearranged: rearrangedOffers,
  offers: changedOffers,
};

type Way = keyof typeof TOGETHER;
const WAYS = Object.keys(TOGETHER) as Way[];

function wayOf(change: LicenseChange): Way {
  if (isClosing(change)) return 'closed';
  if (change.kind === 'license-amended') return 'amended';
  return change.kind === 'offers-rearranged' ? 'rearranged' : 'offers';
}

function licenseOf(row: LicenseRow, known: readonly DateRange[] | undefined): License {
  const offers = row.offers.map((offer) => Offer.of(offerOf(offer)));
  return License.reconstitute({
    id: row.id,
    contractId: row.contract_id,
    version: row.version,
    details: Details.of(detailsOf(row)),
    timeline: known === undefined ? Timeline.whole(offers) : Timeline.part(offers, known),
    closing: row.closing,
  });
}

/** @param license the id as SQL */
function offersOf(license: Prisma.Sql, known: readonly DateRange[] | undefined): Prisma.Sql {
  const columns = Prisma.sql`
    SELECT coalesce(json_agg(${offerColumns} ORDER BY starts_on), '[]')
    FROM offers o WHERE o.license_id = ${license}`;
  if (known === undefined) return columns;
  // By the index behind L3, which must be scanned once in a statement only: see its migration.
  return Prisma.sql`${columns} AND o.period && ${multirange(known)}::datemultirange AND NOT isempty(o.period)`;
}

/** The columns that a change sets beside the version. */
function columnsChanged({ change, details }: License): Prisma.Sql {
  switch (change?.kind) {
    case 'license-amended':
      return detailAssignments(details);
    case 'license-closed':
    case 'license-reopened':
    case 'license-granted':
    case 'offers-generated':
    case 'offers-withdrawn':
    case 'offer-replaced':
    case 'offers-rearranged':
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

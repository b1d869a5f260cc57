import type { Format } from '../../../domain/values/format';
import type { License } from '../../../domain/license/license';
import type { LicenseChange } from '../../../domain/license/license-change';
import type { LicenseDetails } from '../../../domain/license/license-details';
import type { OfferData } from '../../../domain/license/offer';
import type { PendingWrite } from '../pending-write';
import type { OfferRow } from '../rows';
import { deviceNumber, deviceSet } from '../../../domain/values/device';
import { formatNumber } from '../../../domain/values/format';
import { offersAddedBy, offersRemovedBy, replacedBy } from '../../../domain/license/license-change';
import { stepsOf } from '../../../domain/license/rearrangement';
import { territoryNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { versionsUnchanged } from '../pending-write';
import { priceTuples } from '../rows';

/**
 * Writes licenses that are new, with the offers that they are granted with.
 *
 * @param dependsOnLicenses see `PendingWrite`
 */
export function grantedLicenses(
  licenses: readonly License[],
  dependsOnLicenses: PendingWrite['dependsOnLicenses'] = new Map(),
): PendingWrite {
  const rows = licenses.map(({ id, contractId, details }) => ({
    ...{ id, contract_id: contractId },
    ...detailRow(details),
  }));
  const written = Prisma.sql`
    INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories,
      devices, formats, languages, held_back, exclusive, starts_on, ends_on, version)
    SELECT r.id, c.id, c.studio, c.reference, r.name, r.notes, r.rights_type, r.territories, r.devices, r.formats,
      r.languages, r.held_back, r.exclusive, r.starts_on, r.ends_on, 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, contract_id uuid, ${DETAIL_COLUMNS})
    JOIN contracts c ON c.id = r.contract_id
    WHERE ${versionsUnchanged(dependsOnLicenses)}
    RETURNING id, version`;
  return { ...writeOf(licenses, written), dependsOnLicenses };
}

/** The columns of details, of a set of rows that are sent as JSON. */
const DETAIL_COLUMNS = Prisma.sql`
  name text, notes text, rights_type text, territories int[], devices int[], formats int[], languages text[],
  held_back text[], exclusive boolean, starts_on date, ends_on date`;

/** The details of a license as its columns. */
function detailRow({ name, notes, terms }: LicenseDetails) {
  return {
    ...{ name, notes, rights_type: terms.rightsType },
    territories: terms.territories.map(territoryNumber),
    devices: terms.devices.map(deviceNumber),
    formats: formatNumbers(terms.formats),
    ...{ languages: terms.languages.allowed, held_back: terms.languages.heldBack },
    exclusive: terms.exclusive,
    ...{ starts_on: terms.window.startsOn, ends_on: terms.window.endsOn },
  };
}

/** Writes the offers that were generated, replaced or withdrawn on several licenses, one change each. */
export function changedOffers(licenses: readonly License[]): PendingWrite {
  return writeOf(licenses, nextVersionOf(licenses));
}

function nextVersionOf(licenses: readonly License[]): Prisma.Sql {
  return Prisma.sql`
    UPDATE licenses SET version = licenses.version + 1
    FROM (
      SELECT l.id, l.version FROM licenses l
      JOIN unnest(${licenses.map(({ id }) => id)}::uuid[], ${licenses.map(({ version }) => version)}::int[])
        AS read (id, version) ON (l.id, l.version) = (read.id, read.version)
      ORDER BY l.id FOR NO KEY UPDATE OF l) latest
    WHERE licenses.id = latest.id AND licenses.version = latest.version
    RETURNING licenses.id, licenses.version`;
}

/** Writes the offers that several licenses rearranged, one change each. */
export function rearrangedOffers(licenses: readonly License[]): PendingWrite {
  const changes = licenses.map(({ id, change }) => {
    if (change?.kind !== 'offers-rearranged') throw new Error('Its offers are not rearranged.');
    const { withdrawn, moved, added } = stepsOf(change);
    return {
      license_id: id,
      withdrawn: withdrawn.map(({ window }) => window.startsOn),
      moved: moved.map(({ before, after }) => ({
        was: before.window.startsOn,
        ...offerRow(after),
      })),
      added: added.map(offerRow),
    };
  });
  const pending = writeOf(licenses, nextVersionOf(licenses));
  const rearrange = Prisma.sql`SELECT rearrange_offers(${JSON.stringify(changes)}::jsonb)`;
  // One statement makes its changes in no certain order, and an offer can come only where another has gone.
  return { ...pending, members: [], afterwards: [rearrange] };
}

/** The first days of offers whose assignments go with them, by their license. */
export function withdrawnFirstDays(
  pending: readonly PendingWrite[],
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    pending.flatMap(({ next }) =>
      next.flatMap(({ id, change }) =>
        change.kind === 'offers-rearranged'
          ? [[id, new Set(stepsOf(change).withdrawn.map(({ window }) => window.startsOn))] as const]
          : [],
      ),
    ),
  );
}

/** Writes the names, notes and windows that one command gives several licenses, in the order of their ids. */
export function amendedLicenses(licenses: readonly License[]): PendingWrite {
  const rows = licenses.map(({ id, version, details }) => ({ id, version, ...detailRow(details) }));
  const written = Prisma.sql`
    UPDATE licenses SET version = licenses.version + 1, name = latest.name, notes = latest.notes,
      rights_type = latest.rights_type, territories = latest.territories, devices = latest.devices,
      formats = latest.formats, languages = latest.languages, held_back = latest.held_back,
      exclusive = latest.exclusive, starts_on = latest.starts_on, ends_on = latest.ends_on
    FROM (
      SELECT l.id, l.version, read.name, read.notes, read.rights_type, read.territories, read.devices, read.formats,
        read.languages, read.held_back, read.exclusive, read.starts_on, read.ends_on
      FROM licenses l
      JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS read (id uuid, version int, ${DETAIL_COLUMNS})
        ON (l.id, l.version) = (read.id, read.version)
      ORDER BY l.id FOR NO KEY UPDATE OF l) latest
    WHERE licenses.id = latest.id AND licenses.version = latest.version
    RETURNING licenses.id, licenses.version`;
  return writeOf(licenses, written);
}

/** Writes licenses that one command closes or brings back, in the order of their ids, with their offers. */
export function closedOrReopened(licenses: readonly License[]): PendingWrite {
  const rows = licenses.map(({ id, version, details: { terms }, closing }) => ({
    ...{ id, version, ends_on: terms.window.endsOn, closing },
  }));
  const written = Prisma.sql`
    UPDATE licenses SET version = licenses.version + 1, ends_on = latest.ends_on, closing = latest.closing
    FROM (
      SELECT l.id, l.version, read.ends_on, nullif(read.closing, 'null') AS closing FROM licenses l
      JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS read (id uuid, version int, ends_on date, closing jsonb)
        ON l.id = read.id AND l.version = read.version
      ORDER BY l.id FOR NO KEY UPDATE OF l) latest
    WHERE licenses.id = latest.id AND licenses.version = latest.version
    RETURNING licenses.id, licenses.version`;
  return writeOf(licenses, written);
}

/** Whether a change closes a license or takes that back. */
export function isClosing({ kind }: LicenseChange): boolean {
  return kind === 'license-closed' || kind === 'license-reopened';
}

/** @param written the statement that writes the licenses' rows, in the order of their ids if there are several */
export function writeOf(licenses: readonly License[], written: Prisma.Sql): PendingWrite {
  const next = licenses.map(({ id, version, change }) => {
    if (change === null) throw new Error('Only a license that changed is written.');
    return { id, version, change };
  });
  const members = offerWrites(next);
  return { aggregate: 'license', next, written, members, dependsOnLicenses: new Map() };
}

/** The rows of offers that changes write; a replaced offer's row stays the same row. */
function offerWrites(
  next: readonly { readonly id: string; readonly change: LicenseChange }[],
): Prisma.Sql[] {
  const gone: object[] = [];
  const come: object[] = [];
  const moved: object[] = [];
  for (const { id, change } of next) {
    const rowOf = (offer: OfferData) => ({ license_id: id, ...offerRow(offer) });
    gone.push(...offersRemovedBy(change).map(rowOf));
    come.push(...offersAddedBy(change).map(rowOf));
    moved.push(
      ...replacedBy(change).map(({ before, after }) => ({
        was: before.window.startsOn,
        ...rowOf(after),
      })),
    );
  }
  return [
    ...(moved.length === 0 ? [] : [replacements(moved)]),
    ...(gone.length === 0 ? [] : [deletions(gone)]),
    ...(come.length === 0 ? [] : [insertions(come)]),
  ];
}

function insertions(rows: readonly object[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
    SELECT written.id, o.starts_on, o.ends_on, o.name, o.prices, o.devices
    FROM written JOIN ${recordset(rows)} ON o.license_id = written.id`;
}

function deletions(rows: readonly object[]): Prisma.Sql {
  return Prisma.sql`
    DELETE FROM offers USING written, ${recordset(rows)}
    WHERE o.license_id = written.id AND offers.license_id = written.id AND offers.starts_on = o.starts_on`;
}

function replacements(rows: readonly object[]): Prisma.Sql {
  return Prisma.sql`
    UPDATE offers SET starts_on = o.starts_on, ends_on = o.ends_on, name = o.name, prices = o.prices, devices = o.devices
    FROM written, ${recordset(rows)}
    WHERE o.license_id = written.id AND offers.license_id = written.id AND offers.starts_on = o.was`;
}

/** Offers of several licenses as one parameter, so that a statement's text does not depend on how many there are. */
function recordset(rows: readonly object[]): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS o (license_id uuid, was date, starts_on date, ends_on date, name text, prices jsonb, devices int[])`;
}

/** An offer as its columns. */
export function offerRow({ name, prices, window, devices }: OfferData): OfferRow {
  return {
    starts_on: window.startsOn,
    ends_on: window.endsOn,
    name,
    prices: priceTuples(prices),
    devices: deviceSet(devices).map(deviceNumber),
  };
}

/** Formats as their numbers; `null` is all. */
export function formatNumbers(formats: readonly Format[] | null): readonly number[] | null {
  return formats?.map(formatNumber) ?? null;
}

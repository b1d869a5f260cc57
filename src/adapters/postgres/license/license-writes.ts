import type { Format } from '../../../domain/values/format';
import type { License } from '../../../domain/license/license';
import type { LicenseChange } from '../../../domain/license/license-change';
import type { OfferData } from '../../../domain/license/offer';
import type { PendingWrite } from '../pending-write';
import type { OfferRow } from '../rows';
import { deviceNumber, deviceSet } from '../../../domain/values/device';
import { formatNumber } from '../../../domain/values/format';
import { offersAddedBy } from '../../../domain/license/license-change';
import { territoryNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { priceTuples } from '../rows';

/** Writes licenses that are new, with the offers that they are granted with. */
export function grantedLicenses(licenses: readonly License[]): PendingWrite {
  const rows = licenses.map(({ id, contractId, details: { name, notes, terms } }) => ({
    ...{ id, contract_id: contractId, name, notes, rights_type: terms.rightsType },
    territories: terms.territories.map(territoryNumber),
    devices: terms.devices.map(deviceNumber),
    formats: formatNumbers(terms.formats),
    ...{ languages: terms.languages.allowed, held_back: terms.languages.heldBack },
    exclusive: terms.exclusive,
    ...{ starts_on: terms.window.startsOn, ends_on: terms.window.endsOn },
  }));
  const written = Prisma.sql`
    INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories,
      devices, formats, languages, held_back, exclusive, starts_on, ends_on, version)
    SELECT r.id, c.id, c.studio, c.reference, r.name, r.notes, r.rights_type, r.territories, r.devices, r.formats,
      r.languages, r.held_back, r.exclusive, r.starts_on, r.ends_on, 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, contract_id uuid, name text, notes text,
      rights_type text, territories int[], devices int[], formats int[], languages text[], held_back text[],
      exclusive boolean, starts_on date, ends_on date)
    JOIN contracts c ON c.id = r.contract_id
    RETURNING id, version`;
  return writeOf(licenses, written);
}

/** Writes the offers that were generated on several licenses, one change each. */
export function generatedOffers(licenses: readonly License[]): PendingWrite {
  const written = Prisma.sql`
    UPDATE licenses SET version = licenses.version + 1
    FROM unnest(${licenses.map(({ id }) => id)}::uuid[], ${licenses.map(({ version }) => version)}::int[])
      AS read (id, version)
    WHERE licenses.id = read.id AND licenses.version = read.version
    RETURNING licenses.id, licenses.version`;
  return writeOf(licenses, written);
}

function writeOf(licenses: readonly License[], written: Prisma.Sql): PendingWrite {
  const next = licenses.map(({ id, version, change }) => {
    if (change === null) throw new Error('Only a license that changed is written.');
    return { id, version, change };
  });
  const members = offersOf(next);
  return { aggregate: 'license', next, written, members, dependsOnLicenses: new Map() };
}

function offersOf(
  next: readonly { readonly id: string; readonly change: LicenseChange }[],
): Prisma.Sql[] {
  const rows = next.flatMap(({ id, change }) =>
    offersAddedBy(change).map((offer) => ({ license_id: id, ...offerRow(offer) })),
  );
  if (rows.length === 0) return [];
  return [
    Prisma.sql`
      INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
      SELECT written.id, o.starts_on, o.ends_on, o.name, o.prices, o.devices
      FROM written JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o (license_id uuid, starts_on date,
        ends_on date, name text, prices jsonb, devices int[]) ON o.license_id = written.id`,
  ];
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

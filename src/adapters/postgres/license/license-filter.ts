import type { LicenseFilter } from '../../../service/license/license-views';
import { DEVICES, deviceNumber } from '../../../domain/values/device';
import { FORMATS, formatNumber } from '../../../domain/values/format';
import { languageTag } from '../../../domain/values/language-tag';
import { ALL_TERRITORIES, territoryNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { isNotVoid } from '../rows';
import { containingWords, studioIs } from '../text-search';

/**
 * What a filter of the list asks of the table `licenses`, as conditions for its `WHERE`.
 *
 * @param today of the viewer's time zone, `YYYY-MM-DD`
 */
export function conditions(filter: LicenseFilter, today: string): Prisma.Sql {
  const { text, studio, contractId, rightsType, territory, device, status, expiringWithin } =
    filter;
  const { format, language, exclusive, startingWithin } = filter;
  const parts: Prisma.Sql[] = [closedAs(filter.closed)];
  if (text !== undefined) parts.push(...containingWords(text));
  if (studio !== undefined) parts.push(studioIs(studio));
  if (contractId !== undefined) parts.push(Prisma.sql`contract_id = ${contractId}::uuid`);
  if (rightsType !== undefined) parts.push(Prisma.sql`rights_type = ${rightsType}`);
  if (territory !== undefined)
    parts.push(Prisma.sql`territories @> ${[numberOfTerritory(territory)]}::int[]`);
  if (device !== undefined) parts.push(Prisma.sql`devices @> ${[numberOfDevice(device)]}::int[]`);
  if (format !== undefined)
    parts.push(Prisma.sql`(formats IS NULL OR formats @> ${[numberOfFormat(format)]}::int[])`);
  if (language !== undefined) {
    const tag = languageTag(language);
    parts.push(
      tag === null
        ? Prisma.sql`false`
        : Prisma.sql`includes_language(languages, held_back, ${tag})`,
    );
  }
  if (exclusive !== undefined) parts.push(Prisma.sql`exclusive = ${exclusive}`);
  const ends = Prisma.sql`coalesce(ends_on, 'infinity'::date)`;
  if (status === 'current')
    parts.push(Prisma.sql`starts_on <= ${today}::date AND ${ends} > ${today}::date`);
  if (status === 'upcoming') parts.push(Prisma.sql`starts_on > ${today}::date`);
  if (status === 'ended') parts.push(Prisma.sql`${ends} <= ${today}::date`);
  if (expiringWithin !== undefined)
    parts.push(
      Prisma.sql`${ends} > ${today}::date AND ${ends} <= ${today}::date + ${expiringWithin + 1}::int`,
    );
  if (startingWithin !== undefined)
    parts.push(
      Prisma.sql`starts_on > ${today}::date AND starts_on <= ${today}::date + ${startingWithin}::int`,
    );
  return Prisma.join(parts, ' AND ');
}

/** That a license is closed in a way; or that it is not void. */
function closedAs(kind: LicenseFilter['closed']): Prisma.Sql {
  return kind === undefined
    ? isNotVoid('licenses')
    : Prisma.sql`closing IS NOT NULL AND closing ->> 'kind' = ${kind}`;
}

/** A filter for something unknown matches nothing. */
const NOTHING = 0;

function numberOfTerritory(code: string): number {
  const territory = ALL_TERRITORIES.find((known) => known === code);
  return territory === undefined ? NOTHING : territoryNumber(territory);
}

function numberOfFormat(code: string): number {
  const format = FORMATS.find((known) => known === code);
  return format === undefined ? NOTHING : formatNumber(format);
}

function numberOfDevice(code: string): number {
  const device = DEVICES.find((known) => known === code);
  return device === undefined ? NOTHING : deviceNumber(device);
}

import type { LicenseFilter } from '../../../service/license/license-views';
import { DEVICES, deviceNumber } from '../../../domain/values/device';
import { FORMATS, formatNumber } from '../../../domain/values/format';
import { languageTag } from '../../../domain/values/language-tag';
import { ALL_TERRITORIES, territoryNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { isNotVoid } from '../rows';
import { many } from '../../../service/one-of';
import { any, containingWords, isOneOf, studioIs } from '../text-search';

/**
 * What a filter of the list asks of the table `licenses`, as conditions for its `WHERE`.
 *
 * @param today of the viewer's time zone, `YYYY-MM-DD`
 */
export function conditions(filter: LicenseFilter, today: string): Prisma.Sql {
  const { text, studio, contractId, rightsType, territory, device, status, expiringWithin } =
    filter;
  const { format, language, exclusive, startingWithin } = filter;
  const { ids, nothingOnOffer, freeDays, darkWithin } = filter;
  // What is named by its id is meant however it is closed.
  const parts: Prisma.Sql[] =
    ids !== undefined && filter.closed === undefined ? [] : [closedAs(filter.closed)];
  if (ids !== undefined) parts.push(Prisma.sql`licenses.id = ANY (${ids}::uuid[])`);
  if (text !== undefined) parts.push(...containingWords(text));
  if (studio !== undefined) parts.push(studioIs(studio));
  if (contractId !== undefined) parts.push(Prisma.sql`contract_id = ${contractId}::uuid`);
  if (rightsType !== undefined) parts.push(isOneOf(Prisma.sql`rights_type`, many(rightsType)));
  if (filter.sharesTitlesWith !== undefined)
    parts.push(Prisma.sql`licenses.id IN (
      SELECT other.license_id FROM assignments mine JOIN assignments other ON other.content_id = mine.content_id
      WHERE mine.license_id = ${filter.sharesTitlesWith}::uuid AND other.license_id <> mine.license_id)`);
  if (territory !== undefined)
    parts.push(Prisma.sql`territories && ${many(territory).map(numberOfTerritory)}::int[]`);
  if (device !== undefined)
    parts.push(Prisma.sql`devices && ${many(device).map(numberOfDevice)}::int[]`);
  if (format !== undefined)
    parts.push(
      Prisma.sql`(formats IS NULL OR formats && ${many(format).map(numberOfFormat)}::int[])`,
    );
  if (language !== undefined) parts.push(any(many(language).map(includesLanguage)));
  if (exclusive !== undefined) parts.push(Prisma.sql`exclusive = ${exclusive}`);
  const ends = Prisma.sql`coalesce(ends_on, 'infinity'::date)`;
  const states = {
    current: Prisma.sql`starts_on <= ${today}::date AND ${ends} > ${today}::date`,
    upcoming: Prisma.sql`starts_on > ${today}::date`,
    ended: Prisma.sql`${ends} <= ${today}::date`,
  };
  if (status !== undefined) parts.push(any(many(status).map((one) => states[one])));
  if (expiringWithin !== undefined)
    parts.push(
      Prisma.sql`${ends} > ${today}::date AND ${ends} <= ${today}::date + ${expiringWithin + 1}::int`,
    );
  if (startingWithin !== undefined)
    parts.push(
      Prisma.sql`starts_on > ${today}::date AND starts_on <= ${today}::date + ${startingWithin}::int`,
    );
  if (nothingOnOffer === true) parts.push(states.current, noOfferOn(today));
  if (freeDays !== undefined) parts.push(hasFreeDays(freeDays, today));
  if (darkWithin !== undefined) parts.push(goesDark(darkWithin, today));
  return Prisma.join(parts, ' AND ');
}

/** That a license is closed in a way; or that it is not void. */
function closedAs(kind: LicenseFilter['closed']): Prisma.Sql {
  return kind === undefined
    ? isNotVoid('licenses')
    : Prisma.sql`closing IS NOT NULL AND ${isOneOf(Prisma.sql`closing ->> 'kind'`, many(kind))}`;
}

/** That no offer runs on a day. */
function noOfferOn(day: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM offers o WHERE o.license_id = licenses.id AND o.starts_on <= ${day}::date
      AND (o.ends_on IS NULL OR o.ends_on > ${day}::date))`;
}

/** That so many days from a day on are free. Without an end, the days up to an open offer count. */
function hasFreeDays(days: number, day: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM (
      SELECT coalesce(licenses.ends_on, min(o.starts_on) FILTER (WHERE o.ends_on IS NULL)) AS until,
        coalesce(sum(o.ends_on - greatest(o.starts_on, ${day}::date)), 0) AS taken
      FROM offers o WHERE o.license_id = licenses.id AND (o.ends_on IS NULL OR o.ends_on > ${day}::date)) t
    WHERE t.until IS NULL
      OR greatest(t.until - greatest(licenses.starts_on, ${day}::date), 0) - t.taken >= ${days}::int)`;
}

/** That an offer ends within so many days, and none begins on the day after. */
function goesDark(days: number, day: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM offers o WHERE o.license_id = licenses.id AND o.ends_on > ${day}::date
      AND o.ends_on <= ${day}::date + ${days}::int AND NOT EXISTS (
        SELECT FROM offers next WHERE next.license_id = o.license_id AND next.starts_on = o.ends_on))`;
}

function includesLanguage(language: string): Prisma.Sql {
  const tag = languageTag(language);
  return tag === null
    ? Prisma.sql`false`
    : Prisma.sql`includes_language(languages, held_back, ${tag})`;
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

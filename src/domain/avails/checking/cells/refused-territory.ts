import type { Territory } from '../../../values/territory';
import { territoryName } from '../../../values/territory';
import { listed, quoted } from '../../../values/words';
import { foreignCode } from '../../vocabulary/territory-codes';

/** The problem with a code, and its fix. */
export type Refusal = readonly [message: string, remedy: string];

/** The error for an invalid code in Territory. The fix never grants more than the code. */
export function refusedTerritory(given: string): Refusal {
  const { kind, same, country } = foreignCode(given.toUpperCase());
  if (same.length > 0) return [hasOtherCode(given, same), writeEach(same)];
  if (kind === 'part')
    return [
      `${quoted([given])} is part of a country; only whole countries can be stored.`,
      country === null
        ? 'Remove the row.'
        : `Remove the row, or ask the studio whether it grants all of ${codeAndName(country)}.`,
    ];
  if (kind === 'region')
    return [
      `${quoted([given])} is a region; only countries can be stored.`,
      'Enter one row for each country of the region.',
    ];
  return [noCode(given), 'Enter the two-letter country code, such as US, or ZZ for every country.'];
}

/**
 * The error for an invalid code in TerritoryExclusion. The fix never leaves more granted than the row.
 *
 * @param included the codes in Territory
 */
export function refusedExclusion(given: string, included: readonly string[]): Refusal {
  const { kind, same, country } = foreignCode(given.toUpperCase());
  if (same.length > 0)
    return [hasOtherCode(given, same), `Enter ${same.map(codeAndName).join(', ')}.`];
  if (kind === 'part')
    return [
      `${quoted([given])} is part of a country; only whole countries can be excluded.`,
      insteadOfPart(country, included),
    ];
  if (kind === 'region')
    return [
      `${quoted([given])} is a region; only countries can be excluded.`,
      'Enter the code of each country of the region, separated by commas.',
    ];
  return [noCode(given), 'Enter the two-letter country code, such as US.'];
}

function insteadOfPart(country: Territory | null, included: readonly string[]): string {
  if (country === null) return 'Remove the row.';
  const name = codeAndName(country);
  if (!included.includes(country)) return `Clear it: Territory does not include ${name}.`;
  return included.length === 1
    ? `Remove the row: the rest of ${name} cannot be stored.`
    : `Exclude all of ${name}, which grants less, or remove the row.`;
}

function hasOtherCode(given: string, same: readonly Territory[]): string {
  const names = listed(same.map(territoryName));
  return `${quoted([given])} is not the ISO 3166-1 code of ${names}.`;
}

function writeEach(same: readonly Territory[]): string {
  const codes = listed(same.map(codeAndName));
  return same.length === 1 ? `Enter ${codes}.` : `Enter one row for each of ${codes}.`;
}

function noCode(given: string): string {
  return `${quoted([given])} is not an ISO 3166-1 country code.`;
}

/** `HK (Hong Kong)`. */
function codeAndName(territory: Territory): string {
  return `${territory} (${territoryName(territory)})`;
}

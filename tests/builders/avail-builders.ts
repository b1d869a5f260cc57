import type { KnownTitle } from '../../src/domain/avails/avail-ids';
import type { SoldTitle } from '../../src/domain/avails/avail-rows';
import type { AvailUse } from '../../src/domain/avails/right-cells';
import type { OriginRow } from '../../src/domain/avails/origin-row';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import { UNRESTRICTED } from '../../src/domain/license/terms';
import { someContentDetails } from './content-builders';
import { aName, anId, days, prices } from './license-builders';

export function aKnownTitle(parts: Partial<ContentDetailsData> = {}): KnownTitle {
  return { id: anId(), details: someContentDetails(parts) };
}

export interface UseParts {
  readonly studio?: string;
  readonly licenseId?: string;
  readonly rightsType?: string;
  readonly territories?: readonly string[];
  readonly formats?: AvailUse['license']['formats'];
  readonly languages?: AvailUse['license']['languages'];
  readonly exclusive?: boolean;
  readonly window?: AvailUse['offer']['window'];
  readonly prices?: AvailUse['offer']['prices'];
  readonly origins?: readonly OriginRow[];
}

/** An offer with EST in Canada in 2026 at $4.99, not imported. */
export function aUse(parts: UseParts = {}): AvailUse {
  return {
    contract: { studio: parts.studio ?? 'Northlight', reference: 'NL-1' },
    license: {
      id: parts.licenseId ?? anId(),
      rightsType: parts.rightsType ?? 'EST',
      territories: parts.territories ?? ['CA'],
      formats: parts.formats ?? null,
      languages: parts.languages ?? UNRESTRICTED.languages,
      exclusive: parts.exclusive ?? false,
    },
    offer: {
      window: parts.window ?? days('2026-01-01', '2026-12-31'),
      prices: parts.prices ?? prices('4.99'),
    },
    origins: parts.origins ?? [],
  };
}

export interface SoldParts extends Partial<Omit<SoldTitle, 'details'>> {
  readonly details?: Partial<ContentDetailsData>;
}

/** A movie with one offer. */
export function aSoldTitle({ details = {}, ...parts }: SoldParts = {}): SoldTitle {
  return {
    id: anId(),
    details: someContentDetails({ studio: 'Northlight', ...details }),
    parents: [],
    members: [],
    episodes: 0,
    isSoldInParts: false,
    uses: [aUse()],
    takedowns: [],
    ...parts,
  };
}

/** The third episode of the first season of a series; parents in order, nearest first. */
export function anEpisode(parts: SoldParts = {}): SoldTitle {
  const series = aKnownTitle({ kind: 'series', title: aName('Series') });
  const season = aKnownTitle({
    kind: 'season',
    title: aName('Season'),
    parentId: series.id,
    position: 1,
  });
  return aSoldTitle({
    parents: [season, series],
    episodes: 8,
    ...parts,
    details: { kind: 'episode', parentId: season.id, position: 3, ...parts.details },
  });
}

/** An imported row with HD in Canada, and other cells. */
export function anOrigin(
  cells: Readonly<Record<string, string>> = {},
  parts: Partial<OriginRow> = {},
): OriginRow {
  return {
    at: '2026-03-01T12:00:00.000Z',
    importId: anId(),
    number: 0,
    territories: ['CA'],
    window: days('2026-01-01', '2026-12-31'),
    cells: {
      'AvailTrans/LicenseType': 'EST',
      'AvailTrans/FormatProfile': 'HD',
      'AvailTrans/PriceType': 'WSP',
      'AvailTrans/PriceValue': '4.99',
      'AvailTrans/PriceCurrency': 'USD',
      ...cells,
    },
    rules: { currency: 'USD', prices: {} },
    ...parts,
  };
}

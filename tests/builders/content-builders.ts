import type { LicensedOffer } from '../../src/domain/content/clash';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import type { OfferData } from '../../src/domain/license/offer';
import type { Takedown } from '../../src/domain/content/takedown';
import { Content } from '../../src/domain/content/content';
import { ContentDetails } from '../../src/domain/content/content-details';
import { formatSet } from '../../src/domain/values/format';
import { Languages } from '../../src/domain/values/languages';
import { rightsType } from '../../src/domain/values/rights-type';
import { territorySet } from '../../src/domain/values/territory';
import { aName, anId, anOffer } from './license-builders';

/** A movie without parent and identifiers. */
export function someContentDetails(parts: Partial<ContentDetailsData> = {}): ContentDetailsData {
  return {
    title: aName('Title'),
    kind: 'movie',
    studio: aName('Studio'),
    releaseYear: 2024,
    parentId: null,
    position: null,
    identifiers: [],
    notes: '',
    ...parts,
  };
}

export interface LicensedOfferParts {
  readonly licenseId?: string;
  readonly licenseVersion?: number;
  readonly licenseName?: string;
  readonly rightsType?: string;
  readonly territories?: readonly string[];
  /** All by default. */
  readonly formats?: readonly string[];
  readonly languages?: readonly string[];
  readonly heldBack?: readonly string[];
  readonly offer?: Partial<OfferData>;
}

/** February 2026 as SVOD on TV in Canada and the United States, on its own license. */
export function aLicensedOffer(parts: LicensedOfferParts = {}): LicensedOffer {
  const { licenseId = anId(), licenseVersion = 1, licenseName = aName('License') } = parts;
  return {
    licenseId,
    licenseVersion,
    licenseName,
    rightsType: rightsType(parts.rightsType ?? 'SVOD'),
    territories: territorySet(parts.territories ?? ['CA', 'US']),
    formats: parts.formats === undefined ? null : formatSet(parts.formats),
    languages: Languages.of({ allowed: parts.languages ?? null, heldBack: parts.heldBack ?? [] }),
    offer: anOffer(parts.offer),
  };
}

export interface ContentParts {
  readonly id?: string;
  readonly version?: number;
  readonly details?: Partial<ContentDetailsData>;
  /** One offer by default. */
  readonly assigned?: readonly LicensedOffer[];
  readonly takedowns?: readonly Takedown[];
}

/** A stored, unchanged title. */
export function aTitle(parts: ContentParts = {}): Content {
  const { id = anId(), version = 1, details = {}, assigned = [aLicensedOffer()] } = parts;
  const { takedowns = [] } = parts;
  return Content.reconstitute(
    id,
    version,
    ContentDetails.of(someContentDetails(details)),
    assigned,
    takedowns,
    null,
  );
}

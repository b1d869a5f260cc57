import type { LicensedOffer } from '../../../domain/content/clash';
import type { LanguagesRow, OfferTuple } from '../rows';
import { Offer } from '../../../domain/license/offer';
import { Languages } from '../../../domain/values/languages';
import { rightsType } from '../../../domain/values/rights-type';
import { territoryOfNumber } from '../../../domain/values/territory';
import { Prisma } from '../../generated/prisma/client';
import { formatsOfRow, languagesOf, offerOf } from '../rows';

/** What a license says of its offers: once, however many of them are read. */
export interface LicenseRow extends LanguagesRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly rights_type: string;
  readonly territories: readonly number[];
}

/** What `LicenseRow` holds of a license `l`, as one JSON object. */
export const licenseColumns = Prisma.sql`json_build_object('id', l.id, 'version', l.version, 'name', l.name,
  'rights_type', l.rights_type, 'territories', l.territories, 'formats', l.formats, 'languages', l.languages, 'held_back', l.held_back)`;

/** An offer of one of the licenses that were read. @throws Error when the license was not */
export function licensed(
  licenses: ReadonlyMap<string, LicenseRow>,
  id: string,
  offer: OfferTuple,
): LicensedOffer {
  const license = licenses.get(id);
  if (license === undefined) throw new Error(`License ${id} was not read.`);
  return licensedBy(license, offer);
}

export function licensedBy(license: LicenseRow, offer: OfferTuple): LicensedOffer {
  return {
    licenseId: license.id,
    licenseVersion: license.version,
    licenseName: license.name,
    rightsType: rightsType(license.rights_type),
    territories: license.territories.map(territoryOfNumber).sort(),
    formats: formatsOfRow(license),
    languages: Languages.of(languagesOf(license)),
    offer: Offer.of(offerOf(offer)),
  };
}

import type { TermsData } from './terms';
import { DomainError } from '../errors';
import { Terms } from './terms';

/** A license that a contract has granted already. */
export interface GrantedLicense {
  readonly id: string;
  readonly name: string;
  readonly terms: TermsData;
}

/**
 * Whether two licenses grant the same rights: the same rights type, and one has all the territories, devices, formats,
 * languages and days of the other.
 */
export function grantTheSame(a: TermsData, b: TermsData): boolean {
  return (
    a.rightsType === b.rightsType &&
    (covers(Terms.of(a), Terms.of(b)) || covers(Terms.of(b), Terms.of(a)))
  );
}

function covers(outer: Terms, inner: Terms): boolean {
  return (
    outer.window.encloses(inner.window) &&
    inner.territories.every((one) => outer.territories.includes(one)) &&
    inner.devices.every((one) => outer.devices.includes(one)) &&
    (outer.formats === null ||
      (inner.formats?.every((one) => outer.formats?.includes(one)) ?? false)) &&
    outer.languages.encloses(inner.languages)
  );
}

/** The contract grants these rights already: asked about, because it can be meant. */
export class LicenseTwin extends DomainError {
  readonly code = 'license-twin';

  constructor(readonly twin: GrantedLicense) {
    super(
      `The contract already grants this with the license ${twin.name}. Open that one, or grant it twice.`,
    );
  }
}

import type { OfferData } from '../../../license/offer';
import type { NewId } from '../file-titles';
import type { ImportRules } from '../../import-rules';
import type { LicenseProposal } from './license-proposals';
import type { LicenseRevision } from './license-revision';
import type { Phase } from '../../vocabulary/rights-chart';
import type { StoredLicense, StoredRights } from '../stored-rights';
import type { LicenseDetailsData } from '../../../license/license-details';
import { DateRange } from '../../../values/date-range';
import { Languages } from '../../../values/languages';
import { territoryName } from '../../../values/territory';
import { listed } from '../../../values/words';
import { formatsIn, proposedDetails } from './license-proposals';
import { offerOf, revision } from './license-revision';
import { phaseKey } from '../../vocabulary/rights-chart';

/** The license that fulfills a proposal, and the changes it needs. */
export type LicenseMatch =
  /** A stored license already has all of the offers. */
  | {
      readonly kind: 'used';
      readonly license: StoredLicense;
      readonly offers: readonly OfferData[];
    }
  /** A stored license gets the missing offers, in free slots. */
  | {
      readonly kind: 'extended';
      readonly license: StoredLicense;
      readonly offers: readonly OfferData[];
      readonly added: readonly OfferData[];
    }
  /** A stored license that only these titles use is changed to have exactly these offers. */
  | {
      readonly kind: 'revised';
      readonly license: StoredLicense;
      readonly offers: readonly OfferData[];
      readonly revision: LicenseRevision;
    }
  | {
      readonly kind: 'granted';
      readonly licenseId: string;
      readonly details: LicenseDetailsData;
      readonly offers: readonly OfferData[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** The id of the license matched to a proposal; empty when the proposal is refused. */
export function licenseIdOf(how: LicenseMatch): string {
  return how.kind === 'granted' ? how.licenseId : how.kind === 'refused' ? '' : how.license.id;
}

/** Matches each proposed license to a stored one, or plans a new one. Each stored license is revised at most once. */
export class LicenseMatching {
  private readonly matched = new Map<LicenseProposal, LicenseMatch>();
  private readonly used = new Set<string>();
  private readonly revised = new Set<string>();
  private readonly additions = new Map<string, readonly OfferData[]>();
  private readonly byTerms = new Map<string, StoredLicense[]>();

  constructor(
    stored: StoredRights,
    private readonly rules: ImportRules,
    private readonly newId: NewId,
  ) {
    for (const license of stored.licenses.values()) {
      const { rightsType, territories } = license.details.terms;
      const key = termsKey(license.contractId, rightsType, territories);
      const known = this.byTerms.get(key) ?? [];
      this.byTerms.set(key, known);
      known.push(license);
    }
  }

  /** @throws Error when the proposal was not matched before */
  of(proposal: LicenseProposal): LicenseMatch {
    const found = this.matched.get(proposal);
    if (found === undefined) throw new Error('This license was not matched.');
    return found;
  }

  match(proposal: LicenseProposal): void {
    this.matched.set(proposal, this.matchFor(proposal));
  }

  private matchFor(proposal: LicenseProposal): LicenseMatch {
    const { contract, rightsType, territories, phases, replaces } = proposal;
    if ('refusal' in contract) return { kind: 'refused', reason: contract.refusal };
    const candidates =
      this.byTerms.get(termsKey(contract.contract.id, rightsType, territories)) ?? [];
    const alike = candidates.filter((license) => hasTerms(license, proposal));
    return (
      this.asRevised(alike, proposal) ??
      this.asUsed(alike, phases) ??
      this.asExtended(alike, phases) ??
      // Rows that say other terms of all that a license is for change its terms.
      this.asRevised(
        candidates.filter(({ id }) => replaces.has(id)),
        proposal,
      ) ??
      (this.rules.licenses === 'existing'
        ? { kind: 'refused', reason: uncovered(proposal, candidates) }
        : this.granted(proposal))
    );
  }

  private asUsed(
    candidates: readonly StoredLicense[],
    phases: readonly Phase[],
  ): LicenseMatch | null {
    for (const license of candidates) {
      if (this.revised.has(license.id)) continue;
      const has = new Map(license.offers.map((offer) => [phaseKey(offer), offer]));
      const offers = phases.flatMap((phase) => has.get(phaseKey(phase)) ?? []);
      if (offers.length < phases.length) continue;
      this.used.add(license.id);
      return { kind: 'used', license, offers };
    }
    return null;
  }

  private asRevised(
    candidates: readonly StoredLicense[],
    { titles, phases, terms }: LicenseProposal,
  ): LicenseMatch | null {
    const ids = new Set(titles.map(({ id }) => id));
    for (const license of candidates) {
      const isTaken = [this.used, this.revised, this.additions].some((ids) => ids.has(license.id));
      if (isTaken || license.titleIds.size === 0) continue;
      if (![...license.titleIds].every((id) => ids.has(id))) continue;
      const revised = revision(license, phases, terms);
      this.revised.add(license.id);
      const { kept, replaced, added } = revised;
      const offers = [...kept, ...replaced.map(({ after }) => after), ...added];
      return { kind: 'revised', license, offers, revision: revised };
    }
    return null;
  }

  private asExtended(
    candidates: readonly StoredLicense[],
    phases: readonly Phase[],
  ): LicenseMatch | null {
    for (const license of candidates) {
      if (this.revised.has(license.id)) continue;
      const { terms } = license.details;
      const window = DateRange.of(terms.window.startsOn, terms.window.endsOn);
      const there = [...license.offers, ...(this.additions.get(license.id) ?? [])];
      const has = new Map(there.map((offer) => [phaseKey(offer), offer]));
      const lacking = phases.filter((phase) => !has.has(phaseKey(phase)));
      const formats = formatsIn(phases);
      const isLicensed =
        terms.formats === null || (formats?.every((one) => terms.formats?.includes(one)) ?? false);
      const fits =
        isLicensed &&
        lacking.every(({ window: { startsOn: start, endsOn: end } }) => {
          const wanted = DateRange.of(start, end);
          return (
            window.encloses(wanted) &&
            there.every(
              (offer) => !DateRange.of(offer.window.startsOn, offer.window.endsOn).overlaps(wanted),
            )
          );
        });
      if (!fits) continue;
      const added = lacking.map((phase) => offerOf(phase, terms.devices));
      this.additions.set(license.id, [...(this.additions.get(license.id) ?? []), ...added]);
      const offers = phases.map(
        (phase) => has.get(phaseKey(phase)) ?? offerOf(phase, terms.devices),
      );
      return { kind: 'extended', license, offers, added };
    }
    return null;
  }

  private granted(proposal: LicenseProposal): LicenseMatch {
    const { devices } = this.rules;
    return {
      kind: 'granted',
      licenseId: this.newId(`license ${proposal.key} ${proposal.titles[0]?.key ?? ''}`),
      details: proposedDetails(proposal, devices),
      offers: proposal.phases.map((phase) => offerOf(phase, devices)),
    };
  }
}

function termsKey(contractId: string, rightsType: string, territories: readonly string[]): string {
  return `${contractId} ${rightsType} ${territories.join()}`;
}

/** Whether a license is for the languages of a proposal, and exclusive where the rows say that. */
function hasTerms({ details }: StoredLicense, { terms }: LicenseProposal): boolean {
  const { languages, exclusive } = details.terms;
  return (
    Languages.of(languages).equals(Languages.of(terms.languages)) &&
    (terms.exclusive === null || terms.exclusive === exclusive)
  );
}

function uncovered(
  { rightsType, territories }: LicenseProposal,
  candidates: readonly StoredLicense[],
): string {
  const where = listed(territories.slice(0, 3).map(territoryName), territories.length);
  return candidates.length === 0
    ? `This contract has no ${rightsType} license for exactly ${where}, and the rules do not propose one.`
    : `The ${rightsType} licenses for ${where} have no free days for these windows, and the rules do not propose a new one.`;
}

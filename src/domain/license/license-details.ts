import type { DateRangeData } from '../values/date-range';
import type { TermsData } from './terms';
import { Terms } from './terms';
import { notesText, shortText } from '../values/text';

/** The plain form of a license's name, notes and terms. */
export interface LicenseDetailsData {
  readonly name: string;
  readonly notes: string;
  readonly terms: TermsData;
}

/** The details of a license that an amendment can change: its name, its notes and its terms. A value. */
export class LicenseDetails {
  private constructor(
    readonly name: string,
    readonly notes: string,
    readonly terms: Terms,
  ) {
    Object.freeze(this);
  }

  /** @throws DomainError of the first field that is not valid */
  static of(data: LicenseDetailsData): LicenseDetails {
    return new LicenseDetails(
      shortText(data.name, 'name', 'A license’s name'),
      notesText(data.notes),
      Terms.of(data.terms),
    );
  }

  /** The same details with another window, half-open. @throws InvalidDateRange (L1) */
  within(window: DateRangeData): LicenseDetails {
    const { name, notes, terms } = this.toData();
    return LicenseDetails.of({ name, notes, terms: { ...terms, window } });
  }

  equals(other: LicenseDetails): boolean {
    return this.name === other.name && this.notes === other.notes && this.terms.equals(other.terms);
  }

  toData(): LicenseDetailsData {
    return { name: this.name, notes: this.notes, terms: this.terms.toData() };
  }
}

import type { Role } from '../domain/people/role';

/** The best of what was found of a kind, and how many there are in all, counted up to `COUNT_LIMIT`. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface FoundLicense {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly contractReference: string;
  readonly studio: string;
  readonly rightsType: string;
  /** ISO 3166-1 alpha-2, sorted. */
  readonly territories: readonly string[];
}

export interface FoundContract {
  /** UUID. */
  readonly id: string;
  readonly studio: string;
  readonly reference: string;
}

export interface FoundPerson {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** What a text names beside titles, by kind. */
export interface Findings {
  readonly licenses: Found<FoundLicense>;
  readonly contracts: Found<FoundContract>;
  readonly people: Found<FoundPerson>;
}

/** Finds by part of a name what there is; titles are found by `ContentViews`. */
export interface FindViews {
  /**
   * Best first: what begins with the text, then where a word does. Void licenses and contracts and
   * deactivated people are left out.
   *
   * @param query.most how many rows of each kind
   * @param query.withPeople whether whoever asks may know who there is
   */
  find(query: {
    readonly text: string;
    readonly most: number;
    readonly withPeople: boolean;
  }): Promise<Findings>;
}

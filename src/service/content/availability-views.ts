import type {
  Availability,
  AvailabilityQuestion,
  TitleRights,
} from '../../domain/content/availability-question';

/** Titles about which a question is answered in one way: as `availabilityOf` does. */
export interface AnswerFilter {
  readonly question: AvailabilityQuestion;
  readonly verdict: Availability['verdict'];
}

/** How many titles a question is answered about in each way: all of them, however many there are. */
export type Tally = Readonly<Record<Availability['verdict'], number>>;

/** What of a question decides which rights are told. */
export type RightsQuestion = Pick<AvailabilityQuestion, 'rightsType' | 'territory' | 'days'>;

/** Everything that decides availability, of some titles: what `availabilityOf` takes. */
export interface AvailabilityViews {
  /**
   * Offers are told as far as they can matter to the question: those of licenses of its rights type, because others never
   * clash with them (C2), and of offers a title does not have, at least those with one of the days. Price tables are told at
   * least as far as the offers on one of the days need them.
   *
   * @returns in the order of `contentIds`, without those there are not
   */
  rights(contentIds: readonly string[], question: RightsQuestion): Promise<readonly TitleRights[]>;
}

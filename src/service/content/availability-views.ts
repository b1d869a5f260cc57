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

/** How a title's answers in several places fall out together; a title can have several of these. */
export const GRID_ANSWERS = ['yes-everywhere', 'partly-somewhere', 'no-somewhere'] as const;

export type GridAnswer = (typeof GRID_ANSWERS)[number];

/** Titles whose answers to several questions fall out in one way; the questions differ in territory and device only. */
export interface GridFilter {
  readonly questions: readonly AvailabilityQuestion[];
  readonly answer: GridAnswer;
}

/** How several questions are answered over all titles, however many there are. */
export interface GridTally {
  readonly total: number;
  readonly yesEverywhere: number;
  readonly partlySomewhere: number;
  readonly noSomewhere: number;
  /** How many are a whole yes, for each question. */
  readonly yes: readonly number[];
}

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

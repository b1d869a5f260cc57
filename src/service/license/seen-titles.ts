/** What a person was shown that a withdrawal takes from titles, and what is to become of those without another offer. */
export interface SeenTitles {
  /** The reason for which titles that would have no offer are retired; without it they stand against the command (C1). */
  readonly retiring?: string | undefined;
  /** How many titles lose an offer; without it, however many. A license's version does not rise when titles get its offers. */
  readonly titlesSeen?: number | undefined;
}

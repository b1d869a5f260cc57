/** The change of a license that Undo takes back next. */
export interface NextUndo {
  readonly version: number;
  readonly actor: string;
  /** Whether who is signed in made it. */
  readonly isYours: boolean;
  /** Whether it closed the license, so that taking it back brings the license back. */
  readonly isClosing: boolean;
  /** The change in one line. */
  readonly words: string;
  /** When it was made, as people read it. */
  readonly at: string;
}

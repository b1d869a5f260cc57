/** One line of the bench's table. */
export interface Measurement {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
  /** The figures of the single rounds, of which `figure` is the median. */
  readonly rounds?: readonly number[];
}

/** Nothing was written, unless the message says that nobody knows. */
export interface Refusal {
  readonly status: 'refused';
  readonly message: string;
  /** A sentence for each field that is wrong, by the field's name. */
  readonly fieldErrors: Readonly<Record<string, string>>;
}

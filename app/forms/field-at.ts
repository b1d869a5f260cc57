/** What of a command's input a form is, and where in that its fields are named. */
export interface FormPlace {
  /** The part of the input that is checked: `details`, `plan`; left out for all of it. */
  readonly part?: string | undefined;
  /** The part of that within which fields are named: `offers.0`; fields outside have their whole name. */
  readonly within?: string | undefined;
}

/**
 * The name that a form has for a place in what it sent.
 *
 * @param place in the input of the command: `plan.offers.0.price`
 * @returns `null` for what is not in the form
 */
export function fieldAt(place: string, { part, within }: FormPlace): string | null {
  const name = part === undefined ? place : inside(part, place);
  if (name === null || within === undefined) return name;
  return inside(within, name) ?? name;
}

/** The sentences for the fields of a form, by the form's names, of those by their places in what it sent. */
export function fieldErrorsAt(
  form: FormPlace,
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([place, sentence]) => {
      const name = fieldAt(place, form);
      return name === null ? [] : [[name, sentence]];
    }),
  );
}

function inside(whole: string, place: string): string | null {
  return place.startsWith(`${whole}.`) ? place.slice(whole.length + 1) : null;
}

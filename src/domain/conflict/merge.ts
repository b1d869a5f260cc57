/** Whose value of a field that two people changed. */
export type Side = 'yours' | 'theirs';

/** The sides chosen so far, by field. */
export type Choices = Readonly<Record<string, Side | undefined>>;

/** Fields that both changed, to different values; `yours` and `theirs` decide every one of them one way. */
export interface Dispute<Change, Field extends string> {
  readonly fields: readonly Field[];
  readonly yours: Change;
  readonly theirs: Change;
}

/** The fields of some values, by name. */
export type FieldOf<Values extends object> = Extract<keyof Values, string>;

/**
 * Three-way merge, field by field: a field that only one of the two changed takes that one's value; a field that both
 * changed to different values is disputed. Values are compared as JSON, so give them in one canonical form.
 *
 * @param base the values both began with
 * @param mine what the person wants
 * @param latest the values there are now
 * @returns no fields where nothing is disputed; `yours` and `theirs` are equal then
 */
export function merge<Values extends object>(
  base: Values,
  mine: Values,
  latest: Values,
): Dispute<Values, FieldOf<Values>> {
  const names = Object.keys(base) as FieldOf<Values>[];
  const same = (a: Values, b: Values, field: FieldOf<Values>) =>
    JSON.stringify(a[field]) === JSON.stringify(b[field]);
  const fields = names.filter(
    (field) => !same(mine, base, field) && !same(latest, base, field) && !same(mine, latest, field),
  );
  const merged = (disputed: Values) =>
    composed(names, (field) => {
      if (fields.includes(field)) return disputed;
      return same(mine, base, field) ? latest : mine;
    });
  return { fields, yours: merged(mine), theirs: merged(latest) };
}

/** The values of a dispute, each disputed field from the side that was chosen, `yours` where none was. */
export function chosenValues<Values extends object>(
  { fields, yours, theirs }: Dispute<Values, string>,
  choices: Choices,
): Values {
  return composed(Object.keys(yours) as FieldOf<Values>[], (field) =>
    fields.includes(field) && choices[field] === 'theirs' ? theirs : yours,
  );
}

/** A correction: a change of details whose fields stand side by side, as those of a title or a contract. */
export interface Correction {
  readonly before: object;
  readonly after: object;
}

/** Decides a disputed correction, each field as it was chosen. */
export function settleCorrection<Change extends Correction>(
  { fields, yours, theirs }: Dispute<Change, string>,
  choices: Choices,
): Change {
  const after = chosenValues({ fields, yours: yours.after, theirs: theirs.after }, choices);
  return { ...yours, after };
}

function composed<Values extends object>(
  names: readonly FieldOf<Values>[],
  sourceOf: (field: FieldOf<Values>) => Values,
): Values {
  return Object.fromEntries(names.map((field) => [field, sourceOf(field)[field]])) as Values;
}

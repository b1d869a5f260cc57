import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LanguagesData } from '../../../../src/domain/values/languages';
import { Languages, requireLanguageTag } from '../../../../src/domain/values/languages';
import { runs } from '../../../builders/effort';
import { someLanguages, SOME_TAGS, TELLING_TAGS } from '../../../builders/random-languages';
import { testDatabase } from '../../support';

// The functions of the database that decide on languages, against those of the domain.

const database = await testDatabase();

it('`languages_meet` decides as the domain does', async () => {
  const pairs = fc.sample(fc.tuple(someLanguages, someLanguages), runs(2_000));
  const answers = await answersOf(
    `languages_meet(q.one, q.one_held, q.other, q.other_held)`,
    pairs.map(([one, other]) => ({ one, other })),
  );
  const expected = pairs.map(
    ([one, other]) => Languages.of(one).sharedWith(Languages.of(other))?.length !== 0,
  );
  expect(answers).toEqual(expected);
  expect(new Set(expected)).toEqual(new Set([true, false]));
});

it('`includes_language` decides as the domain does', async () => {
  const questions = fc.sample(
    fc.tuple(someLanguages, fc.constantFrom(...TELLING_TAGS)),
    runs(2_000),
  );
  const answers = await answersOf(
    `includes_language(q.one, q.one_held, q.other[1])`,
    questions.map(([one, tag]) => ({ one, other: { allowed: [tag], heldBack: [] } })),
  );
  const expected = questions.map(([one, tag]) =>
    Languages.of(one).includes(requireLanguageTag(tag, 'languages')),
  );
  expect(answers).toEqual(expected);
  expect(new Set(expected)).toEqual(new Set([true, false]));
});

it('`are_languages` accepts what the domain accepts', async () => {
  const tags = fc.subarray([...SOME_TAGS]);
  const some = fc.record({ allowed: fc.option(tags), heldBack: tags });
  const all = fc.sample(some, runs(2_000));
  const answers = await answersOf(
    `are_languages(q.one, q.one_held)`,
    all.map((one) => ({ one, other: one })),
  );
  const expected = all.map(isAccepted);
  expect(answers).toEqual(expected);
  expect(new Set(expected)).toEqual(new Set([true, false]));
});

function isAccepted(data: LanguagesData): boolean {
  try {
    Languages.of(data);
    return true;
  } catch {
    return false;
  }
}

/** What an expression says of each question, in order. */
async function answersOf(
  expression: string,
  questions: readonly { readonly one: LanguagesData; readonly other: LanguagesData }[],
): Promise<boolean[]> {
  const rows = questions.map(({ one, other }, number) => ({
    ...{ number, one: one.allowed, one_held: one.heldBack },
    ...{ other: other.allowed, other_held: other.heldBack },
  }));
  const answers = await database.rows<{ answer: boolean }>(
    `SELECT ${expression} AS answer FROM jsonb_to_recordset($1::jsonb)
       AS q (number int, one text[], one_held text[], other text[], other_held text[]) ORDER BY number`,
    [JSON.stringify(rows)],
  );
  return answers.map(({ answer }) => answer);
}

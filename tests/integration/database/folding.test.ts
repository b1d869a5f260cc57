import { expect, it } from 'vitest';
import { fold } from '../../../src/domain/names/folding';
import { testDatabase } from '../support';

const database = await testDatabase();

/** Every code point that a text can have; surrogates are halves of one, and PostgreSQL keeps no NUL. */
const CODE_POINTS = Array.from({ length: 0x10ffff }, (_, at) => at + 1).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);
/** Not assigned (Node and PostgreSQL may know different versions of Unicode), or for private use. */
const WITHOUT_MEANING = /[\p{Cn}\p{Co}]/u;
/** Texts that one statement folds. */
const BATCH = 20_000;

/** What PostgreSQL folds each text to, and whether its Unicode has all of it. */
async function folded(texts: readonly string[]): Promise<{ form: string; known: boolean }[]> {
  const forms: { form: string; known: boolean }[] = [];
  for (let from = 0; from < texts.length; from += BATCH)
    forms.push(
      ...(await database.rows<{ form: string; known: boolean }>(
        `SELECT fold(text) AS form, unicode_assigned(text) AS known
         FROM unnest($1::text[]) WITH ORDINALITY AS asked (text, place) ORDER BY place`,
        [texts.slice(from, from + BATCH)],
      )),
    );
  return forms;
}

it('PostgreSQL folds every character as the domain does, alone and inside a word', async () => {
  const texts = CODE_POINTS.map((code) => String.fromCodePoint(code))
    .filter((character) => !WITHOUT_MEANING.test(character))
    .flatMap((character) => [character, `A${character}b ${character}`]);
  const forms = await folded(texts);

  const known = texts.filter((_, at) => forms[at]?.known === true);
  const differing = texts.filter(
    (text, at) => forms[at]?.known === true && forms[at].form !== fold(text),
  );
  expect(known.length).toBeGreaterThan(270_000);
  expect(differing).toEqual([]);
});

it.each([
  ['El Niño', 'el nino'],
  ['ÉLAN\u00A0 FILMS ', 'elan films'],
  ['ΠΑΡΑΣΚΕΥΆΣ', 'παρασκευασ'],
  ['İstanbul’da', "istanbul'da"],
  ['e\u0301le\u0301 한국어 がん', 'ele 한국어 がん'],
])('PostgreSQL folds %j to %j', async (text, form) => {
  expect((await folded([text]))[0]?.form).toBe(form);
});

import { expect, it } from 'vitest';
import { fold } from '../../../src/domain/names/folding';
import { testDatabase } from '../support';

const database = await testDatabase();

/** Every code point that can occur in text, without surrogates, and without NUL, which PostgreSQL does not store. */
const CODE_POINTS = Array.from({ length: 0x10ffff }, (_, at) => at + 1).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);
/** Unassigned (Node and PostgreSQL may have different Unicode versions) or for private use. */
const WITHOUT_MEANING = /[\p{Cn}\p{Co}]/u;
/** The number of texts that one statement folds. */
const BATCH = 20_000;

/** The folded form of each text in PostgreSQL, and whether its Unicode version has all characters. */
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

it('PostgreSQL folds every character like the domain, alone and within a word', async () => {
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

'use server';

import * as z from 'zod';
import type { TitleOption } from '../../content/title-option';
import type { ChosenTitle } from './choose-titles';
import type { ContentFilter } from '../../../src/service/content/content-views';
import { contentViews, contractViews } from '../../../src/bootstrap';
import { MAX_TITLES } from '../../../src/service/content/title-at-version';
import { titleOption } from '../../content/title-option';
import { searched } from '../../../src/wire/address';
import { today } from '../../today';
import { currentPerson } from '../../person';
import { LINES_AT_ONCE, MAX_LINE_LENGTH } from './pasted-lines';

/** What narrows a search for titles; an empty part narrows nothing. */
export interface TitleSearch {
  readonly text: string;
  readonly studio: string;
  readonly kind: string;
}

export interface FoundTitles {
  readonly titles: readonly TitleOption[];
  /** How many there are in all; counted up to `COUNT_LIMIT`. */
  readonly total: number;
}

/** What a pasted line names. */
export interface NamedLine {
  readonly line: string;
  /** None where nothing is called so; several where more than one title is. */
  readonly titles: readonly TitleOption[];
}

/** How many are shown to choose from: who does not see what they look for types more of it. */
const SHOWN = 20;

/** A title with what was done to it last. */
export interface TitleNow extends ChosenTitle {
  readonly actor: string;
  readonly words: string;
}

/** As many titles as one page of a license shows, and more. */
const MAX_NOW = 100;

const titleIds = z.array(z.uuid()).max(MAX_NOW);
const titleSearch = z.object({ text: searched, studio: searched, kind: searched });
const pastedLines = z.array(z.string().max(MAX_LINE_LENGTH)).max(LINES_AT_ONCE);

/** The first titles that a search finds, and how many there are. */
export async function searchTitles(search: TitleSearch): Promise<FoundTitles> {
  return found(search, SHOWN);
}

/** All titles that a search finds, as far as they can be assigned at once. */
export async function allTitlesFound(search: TitleSearch): Promise<FoundTitles> {
  return found(search, MAX_TITLES);
}

/** What each line names: a title by an identifier or by its whole name. */
export async function titlesNamed(lines: readonly string[]): Promise<readonly NamedLine[]> {
  const parsed = pastedLines.safeParse(lines);
  if (!parsed.success || (await currentPerson()) === null) return [];
  // PostgreSQL has no text with U+0000, so no title has one either.
  const asked = parsed.data.map((line) => line.replaceAll('\0', '\u{FFFD}').normalize('NFC'));
  const named = await contentViews().named(asked);
  return named.map(({ titles }, place) => ({
    line: parsed.data[place] ?? '',
    titles: titles.map(titleOption),
  }));
}

/** Titles at their newest versions, in the order of the ids. */
export async function titlesNow(ids: readonly string[]): Promise<readonly TitleNow[]> {
  const parsed = titleIds.safeParse(ids);
  if (!parsed.success || (await currentPerson()) === null) return [];
  const views = await Promise.all(parsed.data.map((id) => contentViews().content(id)));
  return views.flatMap((view) => {
    if (view === null) return [];
    const { id, version, details, lastChange } = view;
    return [
      { id, version, title: details.title, actor: lastChange.actor, words: lastChange.words },
    ];
  });
}

/** Every studio that a search can be narrowed to. */
export async function studiosOfTitles(): Promise<readonly string[]> {
  return (await currentPerson()) === null ? [] : contractViews().studios();
}

async function found(search: TitleSearch, most: number): Promise<FoundTitles> {
  const parsed = titleSearch.safeParse(search);
  if (!parsed.success || (await currentPerson()) === null) return { titles: [], total: 0 };
  const filter: ContentFilter = parsed.data;
  const { rows, total } = await contentViews().list({ filter, today: today(), pageSize: most });
  return { titles: rows.map(titleOption), total };
}

import * as z from 'zod';
import { Id } from '../../src/wire/identity';
import { RightsType } from '../../src/wire/license/license-details';
import { Offer } from '../../src/wire/license/offer';
import { Territories } from '../../src/wire/territories';
import { Assigned } from '../../src/wire/content/title-change';
import { Day, Window } from '../../src/wire/window';

// What dry runs answer: what a change would do to offers and titles.

/** The day from which a dry run tells what goes dark. */
export const today = Day.meta({ description: 'What went dark before this day is not named.' });

const DarkPlaces = z
  .array(z.strictObject({ from: Day, rightsType: RightsType, territories: Territories }))
  .readonly();

const NamedTitle = z.strictObject({ contentId: Id, title: z.string() });
/** What closing licenses does. */
export const ClosingEffect = z
  .strictObject({
    licenses: z
      .array(
        z.strictObject({
          licenseId: Id,
          name: z.string(),
          before: Window,
          after: Window,
          cut: z.strictObject({ before: Offer, after: Offer }).nullable(),
          withdrawn: z.array(Offer).readonly(),
          kept: z.array(Window).readonly().nullable().meta({
            description:
              'The days of the offers that stay as they are; null where nothing is lost, and beyond the first 8 licenses.',
          }),
        }),
      )
      .readonly(),
    titles: z.int().meta({ description: 'Titles that lose an offer, or days of one.' }),
    releasedTitles: z.int().meta({ description: 'Titles that lose an offer.' }),
    darkTitles: z.int(),
    dark: z
      .array(
        NamedTitle.extend({
          places: DarkPlaces,
        }),
      )
      .readonly()
      .meta({ description: 'The first of them by name, with where they go dark and from when.' }),
    retiredTitles: z.int(),
    retired: z
      .array(NamedTitle)
      .readonly()
      .meta({ description: 'The first of those that have no other offer and are retired.' }),
  })
  .meta({ id: 'ClosingEffect' });

/** What retiring a title, or making it void, does. */
export const TitleClosingEffect = z
  .strictObject({
    unassigned: z.array(Assigned).readonly().meta({ description: 'The offers that it loses.' }),
    dark: DarkPlaces.meta({ description: 'Where it goes dark, and from when.' }),
  })
  .meta({ id: 'TitleClosingEffect' });

/** What withdrawing offers does to their titles. */
export const WithdrawalEffect = z
  .strictObject({
    titles: z.int().meta({ description: 'Titles that lose an offer.' }),
    darkTitles: z.int(),
    dark: z
      .array(NamedTitle.extend({ places: DarkPlaces }))
      .readonly()
      .meta({ description: 'The first of them by name, with where they go dark and from when.' }),
    strandedTitles: z.int(),
    stranded: z.array(NamedTitle).readonly().meta({
      description:
        'The first of those that have no other offer: they stand against the withdrawal, or are retired by it.',
    }),
  })
  .meta({ id: 'WithdrawalEffect' });

import * as z from 'zod';
import type { ContentDetailsData } from '../../domain/content/content-details';
import { FIRST_YEAR, LAST_YEAR, MAX_POSITION } from '../../domain/content/content-details';
import { CONTENT_KINDS, contentKind } from '../../domain/content/content-kind';
import {
  IDENTIFIER_SCHEMES,
  identifierSet,
  MAX_IDENTIFIERS,
} from '../../domain/content/identifier';
import { MAX_NAME_LENGTH } from '../../domain/values/text';
import { codeList } from '../code-list';
import { Id } from '../identity';
import { line, Notes } from '../text';
import { valid } from '../valid';

export const ContentKind = codeList('ContentKind', Object.keys(CONTENT_KINDS), contentKind);

export const Identifier = z
  .strictObject({
    scheme: z.string().meta({ enum: Object.keys(IDENTIFIER_SCHEMES) }),
    value: z.string().max(MAX_NAME_LENGTH).meta({ minLength: 1 }),
  })
  .meta({ id: 'Identifier' });

/** What a title is known by. */
export const ContentDetails = z
  .strictObject({
    title: line('A title’s name', 'title', MAX_NAME_LENGTH),
    kind: ContentKind,
    studio: line('A studio’s name', 'studio'),
    releaseYear: z.int().nullable().meta({ minimum: FIRST_YEAR, maximum: LAST_YEAR }),
    parentId: Id.nullable().meta({ description: 'The title it belongs to.' }),
    position: z.int().nullable().meta({
      description: 'Its number within the parent.',
      minimum: 0,
      maximum: MAX_POSITION,
    }),
    identifiers: valid(z.array(Identifier).readonly(), identifierSet).meta({
      maxItems: MAX_IDENTIFIERS,
    }),
    notes: Notes,
  })
  .meta({ id: 'ContentDetails' }) satisfies z.ZodType<ContentDetailsData, ContentDetailsData>;

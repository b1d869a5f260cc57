import { describe, expect, it } from 'vitest';
import type { AvailEntry, WorkEntry } from '../../../../src/domain/avails/avail-entry';
import type { StoredTitle } from '../../../../src/domain/avails/planning/stored-rights';
import type { Identifier } from '../../../../src/domain/content/identifier';
import { fileTitles } from '../../../../src/domain/avails/planning/file-titles';
import { NO_LANGUAGES } from '../../../../src/domain/avails/checking/cells/language-cells';
import { territorySet } from '../../../../src/domain/values/territory';
import { someContentDetails } from '../../../builders/content-builders';
import { anId, days, price } from '../../../builders/license-builders';

const alid = (value: string): Identifier => ({ scheme: 'alid', value });

function aWork(key: string, parts: Partial<WorkEntry> = {}): WorkEntry {
  return {
    ...{ key, title: `Title ${key}`, kind: 'movie', releaseYear: 2020, position: null },
    ...{ identifiers: [alid(key)], parent: null, members: [], ...parts },
  };
}

function anEntry(work: WorkEntry, row: number): AvailEntry {
  return {
    ...{ sheet: 'Movies', row, action: 'extract', studio: 'Northlight', work },
    ...{ contract: null, availId: null, rightsType: 'EST', description: '', format: 'HD' },
    ...{ territories: territorySet(['US']), window: days('2027-01-01', null) },
    ...{ languages: NO_LANGUAGES, exclusive: null },
    ...{
      price: { kind: 'WSP', amount: price('9.99'), tier: null },
      reduction: false,
      hasStarted: false,
      exception: false,
    },
  };
}

function aStored(identifiers: readonly Identifier[], studio = 'Northlight'): StoredTitle {
  const details = someContentDetails({ studio, identifiers });
  return {
    id: anId(),
    version: 2,
    offers: [],
    takedowns: [],
    deletions: [],
    closing: null,
    details,
  };
}

const newId = (name: string) => `new ${name}`;

describe('a title in a file', () => {
  it('is the stored one with the first of its identifiers', () => {
    const content: Identifier = { scheme: 'other', value: 'md:cid:x:1' };
    const [second, first] = [aStored([content]), aStored([alid('m1')])];
    const work = aWork('m1', { identifiers: [alid('m1'), content] });
    const titles = fileTitles([anEntry(work, 4)], [second, first], newId);

    expect(titles.get('m1')).toMatchObject({
      id: first.id,
      stored: first,
      details: first.details,
    });
  });

  it('is new without a match, with the same id each time', () => {
    const entries = [anEntry(aWork('m1'), 4), anEntry(aWork('m1'), 7)];
    const titles = fileTitles(entries, [], newId);

    expect(titles.get('m1')).toMatchObject({
      id: 'new title m1',
      stored: null,
      details: { title: 'Title m1', studio: 'Northlight', parentId: null },
    });
  });

  it('matches another studio’s title only by a global identifier, not by a bare number', () => {
    const elsewhere = aStored([alid('02485'), alid('md:alid:eidr-s:1489')], 'Meridian');
    const bare = fileTitles([anEntry(aWork('02485'), 4)], [elsewhere], newId);
    const named = fileTitles([anEntry(aWork('md:alid:eidr-s:1489'), 4)], [elsewhere], newId);

    expect(bare.get('02485')?.stored).toBeNull();
    expect(named.get('md:alid:eidr-s:1489')?.stored).toBe(elsewhere);
  });

  it('brings its parent, which is matched by its own identifiers', () => {
    const series = aWork('series', { kind: 'series' });
    const season = aWork('season', { kind: 'season', parent: series, position: 2 });
    const episode = aWork('episode', { kind: 'episode', parent: season, position: 5 });
    const stored = aStored([alid('series')]);
    const titles = fileTitles([anEntry(episode, 4)], [stored], newId);

    expect(titles.get('episode')).toMatchObject({
      details: { parentId: 'new title season', position: 5 },
      parent: { id: 'new title season', parent: { id: stored.id } },
    });
    expect(titles.get('season')?.details).toMatchObject({ parentId: stored.id, position: 2 });
  });

  it('becomes a child of the bundle that lists it, if its kind allows that', () => {
    const bundle = aWork('box', { kind: 'bundle', members: ['m1', 'e1', 'nobody'] });
    const season = aWork('season', { kind: 'season', parent: aWork('series', { kind: 'series' }) });
    const titles = fileTitles(
      [
        anEntry(bundle, 4),
        anEntry(aWork('m1'), 5),
        anEntry(aWork('e1', { kind: 'episode', parent: season }), 6),
        anEntry(aWork('m2'), 7),
      ],
      [],
      newId,
    );
    const parentOf = (key: string) => titles.get(key)?.details.parentId;

    expect(['m1', 'e1', 'm2', 'box'].map(parentOf)).toEqual([
      ...['new title box', 'new title season', null, null],
    ]);
    expect(titles.has('nobody')).toBe(false);
  });
});

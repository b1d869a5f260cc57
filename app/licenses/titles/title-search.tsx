'use client';

import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TitleOption } from '../../content/title-option';
import type { FoundTitles, TitleSearch } from './search-actions';
import { Button } from '@/ui/button';
import { LongSelectField } from '@/ui/fields/long-select-field';
import { SelectField } from '@/ui/fields/select-field';
import { TextField } from '@/ui/fields/text-field';
import { CONTENT_KINDS } from '../../../src/domain/content/content-kind';
import { COUNT_LIMIT } from '../../../src/service/page';
import { allTitlesFound, searchTitles, studiosOfTitles } from './search-actions';
import { titleCount } from './title-count';

/** How long a person may pause while typing before it is looked up, in milliseconds. */
const PAUSE = 250;

/** What a choice is set to that narrows nothing. */
const ANY = 'any';

/** Titles of the catalog, found by name or identifier, studio and kind; to add one by one or all. */
export function TitleSearchPanel({
  search,
  onSearch,
  gathered,
  onGather,
}: {
  search: TitleSearch;
  onSearch: (search: TitleSearch) => void;
  /** The ids of the titles that are added already. */
  gathered: ReadonlySet<string>;
  /** Adds titles; `total` is how many they would be where not all of them are there. */
  onGather: (titles: readonly TitleOption[], total?: number) => void;
}) {
  const { found, state, setState } = useFoundTitles(search);
  const studios = useStudios();
  const total =
    found.total > COUNT_LIMIT ? `more than ${titleCount(COUNT_LIMIT)}` : titleCount(found.total);
  const addAll = () => {
    setState('adding');
    allTitlesFound(search).then(
      (all) => {
        setState('found');
        onGather(all.titles, all.total);
      },
      () => {
        setState('failed');
      },
    );
  };
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label="Title or identifier"
        type="search"
        value={search.text}
        maxLength={200}
        autoComplete="off"
        onChange={(text) => {
          onSearch({ ...search, text });
        }}
      />
      <div className="grid grid-cols-2 items-start gap-3">
        <LongSelectField
          label="Studio"
          options={[
            { value: ANY, label: 'Any studio' },
            ...studios.map((studio) => ({ value: `=${studio}`, label: studio })),
          ]}
          value={search.studio === '' ? ANY : `=${search.studio}`}
          onChange={(value) => {
            onSearch({ ...search, studio: value === ANY ? '' : value.slice(1) });
          }}
        />
        <SelectField
          label="Kind"
          options={[
            { value: ANY, label: 'Any kind' },
            ...Object.entries(CONTENT_KINDS).map(([value, label]) => ({ value, label })),
          ]}
          value={search.kind === '' ? ANY : search.kind}
          onChange={(value) => {
            onSearch({ ...search, kind: value === ANY ? '' : value });
          }}
        />
      </div>
      <div className="flex min-h-7 items-center gap-2 text-table text-ink-3">
        <span role="status" className="min-w-0 flex-1">
          {state === 'searching' && 'Searching …'}
          {state === 'adding' && `Adding ${total} …`}
          {state === 'failed' && 'The server did not answer. Change the search to retry.'}
          {state === 'found' &&
            (found.total === 0 ? 'No titles match. Try fewer words or filters.' : `${total} found`)}
        </span>
        {found.titles.length > 0 && (
          <Button size="toolbar" isDisabled={state !== 'found'} onPress={addAll}>
            Add all found
          </Button>
        )}
      </div>
      {found.titles.length > 0 && (
        <ul
          aria-label="Titles found"
          aria-busy={state === 'searching'}
          className="flex max-h-72 flex-col overflow-auto rounded-control border border-line"
        >
          {found.titles.map((title) => (
            <li
              key={title.value}
              className="flex items-center gap-2 border-t border-line py-1 ps-2.5 pe-1.5 first:border-t-0"
            >
              <TitleWords title={title} />
              {gathered.has(title.value) ? (
                <span className="flex items-center gap-1 px-2 text-table text-ink-3">
                  <Check aria-hidden className="size-3.5" />
                  Added
                </span>
              ) : (
                <Button
                  size="toolbar"
                  variant="quiet"
                  aria-label={`Add ${title.label}`}
                  onPress={() => {
                    onGather([title]);
                  }}
                >
                  Add
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A title with all it belongs to, its kind and year below. */
export function TitleWords({ title }: { title: TitleOption }) {
  return (
    <span className="min-w-0 flex-1">
      <span className="block text-body break-words">{title.label}</span>
      <span className="block text-label text-ink-3">{title.detail}</span>
    </span>
  );
}

type SearchState = 'searching' | 'found' | 'failed' | 'adding';

const NOTHING: FoundTitles = { titles: [], total: 0 };

/** What a search finds; only the newest search's answer counts. */
function useFoundTitles(search: TitleSearch) {
  const [found, setFound] = useState(NOTHING);
  const [state, setState] = useState<SearchState>('searching');
  useEffect(() => {
    let isNewest = true;
    const timer = setTimeout(() => {
      setState('searching');
      searchTitles(search).then(
        (answer) => {
          if (!isNewest) return;
          setFound(answer);
          setState('found');
        },
        () => {
          if (isNewest) setState('failed');
        },
      );
    }, PAUSE);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [search]);
  return { found, state, setState };
}

/** Every studio; none while they are loading or cannot be loaded, when the other filters still work. */
function useStudios(): readonly string[] {
  const [studios, setStudios] = useState<readonly string[]>([]);
  useEffect(() => {
    studiosOfTitles().then(setStudios, () => undefined);
  }, []);
  return studios;
}

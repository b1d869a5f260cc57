'use client';

import { useCallback, useId, useSyncExternalStore, type ReactNode } from 'react';
import type { SearchParameters } from '../../src/wire/address';
import type { MeantLines } from '../../src/wire/meant-lines';
import type { Choosable } from './choose-cell';
import { buttonLook } from '@/ui/button-look';
import { classes } from '@/ui/classes';
import { NativeCheckbox } from '@/ui/fields/native-checkbox';
import { LinkButton } from '@/ui/link-button';
import { ForEditors } from '@/ui/role';
import { totalWords } from '@/words/total-words';
import { matchingAddress } from './export-address';
import { WithMeantLines } from './with-meant-lines';

interface Chosen {
  readonly what: Choosable;
  /** How many lines there are. */
  readonly count: number;
  /** Of a list in several pages: how many match in all, and its filters, so that all of them can be meant. */
  readonly matching?: { readonly total: number; readonly search: SearchParameters };
  /** Other things to do with the lines that are meant; given a function that tells them, and how many these are. */
  readonly more?: (meant: () => MeantLines, number: number) => ReactNode;
  readonly children: ReactNode;
}

/**
 * A list with a `ChooseCell` in each of its lines, and above it the way to the exports with the lines that are chosen, or
 * with all that match. The boxes themselves hold the choice: it is about this page of the list, and nothing chosen early is lost. Who may not export
 * has the list alone.
 */
export function ChooseForm(props: Chosen) {
  return (
    <ForEditors otherwise={props.children}>
      <Choosing {...props} />
    </ForEditors>
  );
}

function Choosing({ what, count, matching, more, children }: Chosen) {
  const id = useId();
  const boxes = () => {
    const form = document.getElementById(id);
    return [...(form?.querySelectorAll<HTMLInputElement>(`input[name="${what}"]`) ?? [])];
  };
  const subscribe = useCallback(
    (listener: () => void) => {
      const form = document.getElementById(id);
      form?.addEventListener('change', listener);
      return () => form?.removeEventListener('change', listener);
    },
    [id],
  );
  const chosen = useSyncExternalStore(
    subscribe,
    () => boxes().filter(({ checked }) => checked).length,
    () => 0,
  );
  const hasChosen = chosen > 0;
  const chooseAll = (isChosen: boolean) => {
    for (const box of boxes()) box.checked = isChosen;
    document.getElementById(id)?.dispatchEvent(new Event('change'));
  };
  return (
    <form
      id={id}
      action="/exports"
      aria-label={`Select ${what}s to export`}
      className="[&_:is(a,input)]:scroll-mt-12"
      onSubmit={(event) => {
        // Enter in a box sends the form also where nothing is chosen.
        if (!hasChosen) event.preventDefault();
      }}
    >
      <div
        className={classes(
          'z-10 flex min-h-10 flex-wrap items-center gap-x-3 border-b border-line bg-panel px-4 text-table text-ink-2 max-sm:min-h-12 max-sm:gap-y-1.5 max-sm:py-1 print:hidden',
          hasChosen && 'sticky top-0 sm:top-(--top-bar)',
        )}
      >
        <label className="-ms-4 flex min-h-9 items-center pe-2">
          <span className="flex w-12 justify-center">
            <NativeCheckbox
              checked={chosen === count}
              ref={(box) => {
                if (box !== null) box.indeterminate = hasChosen && chosen < count;
              }}
              onChange={({ target }) => {
                chooseAll(target.checked);
              }}
            />
          </span>
          <span className={classes(hasChosen && 'max-sm:sr-only')}>Select all on this page</span>
        </label>
        <span role="status" className="ms-auto text-ink-3 max-sm:sr-only">
          {hasChosen && `${chosen} of ${count} selected`}
        </span>
        {hasChosen && (
          <WithMeantLines
            chosen={() =>
              boxes()
                .filter(({ checked }) => checked)
                .map(({ value }) => value)
            }
            number={chosen}
            count={count}
            total={matching?.total ?? count}
            search={matching?.search ?? {}}
          >
            {(meant, number, isAll) => (
              <>
                {more?.(meant, number)}
                {isAll ? (
                  <LinkButton
                    href={matchingAddress(what, matching?.search ?? {})}
                    size="toolbar"
                    className="max-sm:ms-auto"
                  >
                    Export {totalWords(number)}
                  </LinkButton>
                ) : (
                  <button
                    type="submit"
                    className={classes(buttonLook('secondary', 'toolbar'), 'max-sm:ms-auto')}
                  >
                    Export {number} selected
                  </button>
                )}
              </>
            )}
          </WithMeantLines>
        )}
      </div>
      {children}
    </form>
  );
}

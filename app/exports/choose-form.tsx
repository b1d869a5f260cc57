'use client';

import { useCallback, useId, useSyncExternalStore, type ReactNode } from 'react';
import type { Choosable } from './choose-cell';
import { buttonLook } from '@/ui/button-look';
import { classes } from '@/ui/classes';
import { NativeCheckbox } from '@/ui/fields/native-checkbox';
import { ForEditors } from '@/ui/role';

interface Chosen {
  readonly what: Choosable;
  /** How many lines there are. */
  readonly count: number;
  /** Other things to do with what is chosen; given a function that tells the ids of it, and how many these are. */
  readonly more?: (chosen: () => readonly string[], number: number) => ReactNode;
  readonly children: ReactNode;
}

/**
 * A list with a `ChooseCell` in each of its lines, and above it the way to the exports with the lines that are chosen. The
 * boxes themselves hold the choice: it is about this page of the list, and nothing chosen early is lost. Who may not export
 * has the list alone.
 */
export function ChooseForm(props: Chosen) {
  return (
    <ForEditors otherwise={props.children}>
      <Choosing {...props} />
    </ForEditors>
  );
}

function Choosing({ what, count, more, children }: Chosen) {
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
        {hasChosen &&
          more?.(
            () =>
              boxes()
                .filter(({ checked }) => checked)
                .map(({ value }) => value),
            chosen,
          )}
        {hasChosen && (
          <button
            type="submit"
            className={classes(buttonLook('secondary', 'toolbar'), 'max-sm:ms-auto')}
          >
            Export {chosen} selected
          </button>
        )}
      </div>
      {children}
    </form>
  );
}

import { NativeCheckbox } from '@/ui/native-checkbox';

/** What can be chosen one by one, as the address of the exports calls it. */
export type Choosable = 'contract' | 'license' | 'title';

/** Room for the box in front of a line. */
export const CHOOSABLE_LINE = 'ps-12 has-checked:bg-ink/5';

/** The first cell of a line: takes the line into what a `ChooseForm` around the list exports. The line must be `relative`. */
export function ChooseCell({ what, id, name }: { what: Choosable; id: string; name: string }) {
  return (
    <span role="cell" className="absolute inset-y-0 start-0 z-1 flex print:hidden">
      <label className="flex w-12 items-center justify-center">
        <NativeCheckbox name={what} value={id} aria-label={`Choose ${name}`} />
      </label>
    </span>
  );
}

/** The head of these cells. */
export function ChooseHead() {
  return (
    <span role="columnheader" className="sr-only">
      Choose
    </span>
  );
}

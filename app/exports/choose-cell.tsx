import { NativeCheckbox } from '@/ui/fields/native-checkbox';
import { ForEditors } from '@/ui/role';

/** What can be chosen one by one, as the address of the exports calls it. */
export type Choosable = 'contract' | 'license' | 'title';

/** Room for the box in front of a line, where there is one. */
export const CHOOSABLE_LINE = 'choosable-line';

/** The first cell of a line: takes the line into what a `ChooseForm` around the list exports. The line must be `relative`. */
export function ChooseCell({ what, id, name }: { what: Choosable; id: string; name: string }) {
  return (
    <ForEditors>
      <span role="cell" className="choose-cell">
        <label>
          <NativeCheckbox name={what} value={id} aria-label={`Select ${name}`} />
        </label>
      </span>
    </ForEditors>
  );
}

/** The head of these cells. */
export function ChooseHead() {
  return (
    <ForEditors>
      <span role="columnheader" className="sr-only">
        Choose
      </span>
    </ForEditors>
  );
}

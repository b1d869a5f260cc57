import type { TitleOption } from '../../content/title-option';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { isSameName, namesIn } from '../../../src/domain/names/folding';
import { listed } from '../../../src/domain/values/words';
import { titleCount } from './title-count';

const MAX_NAMED = 3;

/** A studio grants rights in its own titles: those of others are mostly a slip, though not always. */
export function OtherStudios({
  titles,
  studio,
  onRemove,
}: {
  titles: readonly TitleOption[];
  /** The license's. */
  studio: string;
  /** Takes them off the list; without it there is no list to take them off. */
  onRemove?: (() => void) | undefined;
}) {
  const others = titles.filter((title) => !isSameName(title.studio, studio));
  if (others.length === 0) return null;
  const studios = namesIn(others.map((title) => title.studio));
  return (
    <Notice
      role="status"
      tone="attention"
      title={`${titleCount(others.length)} of other studios.`}
      actions={
        onRemove === undefined ? undefined : (
          <Button variant="secondary" size="toolbar" onPress={onRemove}>
            Remove {others.length === 1 ? 'it' : 'them'}
          </Button>
        )
      }
    >
      The license is from {studio}; {others.length === 1 ? 'this title is' : 'these titles are'} of{' '}
      {listed(studios.slice(0, MAX_NAMED), studios.length)}.
    </Notice>
  );
}

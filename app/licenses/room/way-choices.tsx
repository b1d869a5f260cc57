import { useId } from 'react';
import type { Room } from '../../../src/domain/license/room';
import type { WayWords } from './way-words';
import { classes } from '@/ui/classes';
import { KeyCap } from '@/ui/key-cap';

/** The ways to make room, those that are not open with the reason; the inputs stand in the order of the ways. */
export function WayChoices({
  ways,
  chosen,
  words,
  hasKeys = false,
  onChoose,
}: {
  ways: readonly Room[];
  /** The way that is chosen, or `null`. */
  chosen: Room['way'] | null;
  words: (room: Room) => WayWords;
  /** Whether a number chooses its way. */
  hasKeys?: boolean;
  /** Called with ways that are open only. */
  onChoose: (room: Room) => void;
}) {
  const group = useId();
  return (
    <fieldset className="flex flex-col">
      <legend className="sr-only">Ways to make room</legend>
      {ways.map((one, index) => {
        const { name, detail } = words(one);
        const isOpen = one.change !== null;
        return (
          <label
            key={one.way}
            className={classes(
              'flex items-start gap-2.5 border-b border-line px-3.5 py-2',
              isOpen ? 'cursor-default hover:bg-ink/5' : 'text-ink-3',
              one.way === chosen && 'bg-ink/6',
            )}
          >
            <input
              type="radio"
              name={group}
              checked={one.way === chosen}
              disabled={!isOpen}
              onChange={() => {
                onChoose(one);
              }}
              className="mt-0.5 size-4 accent-ink"
            />
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="font-emphasis">{name}</span>
              <span className={isOpen ? 'text-ink-2' : ''}>{detail}</span>
            </span>
            {hasKeys && (
              <span className="max-sm:hidden">
                <KeyCap>{index + 1}</KeyCap>
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}

'use client';

import { X } from 'lucide-react';
import type { TitleOption } from '../../content/title-option';
import { Button } from '@/ui/button';
import { StateGlyph } from '@/ui/state-mark';
import { TitleWords } from './title-search';
import { titleCount } from './title-count';

/** The titles that were gathered so far, the last first. */
export function GatheredTitles({
  titles,
  error,
  onRemove,
  onClear,
}: {
  titles: readonly TitleOption[];
  /** Why they cannot be assigned, in a sentence. */
  error: string | undefined;
  onRemove: (id: string) => void;
  onClear: () => void;
}) {
  return (
    <section aria-labelledby="gathered" className="flex flex-col gap-2 border-t border-line pt-3">
      <div className="flex min-h-7 items-center gap-2">
        <h3 id="gathered" className="flex-1 text-body font-heading">
          {titles.length === 0 ? 'No titles selected yet' : `${titleCount(titles.length)} selected`}
        </h3>
        {titles.length > 0 && (
          <Button variant="quiet" size="toolbar" onPress={onClear}>
            Remove all
          </Button>
        )}
      </div>
      {error !== undefined && (
        <p role="alert" className="flex items-start gap-1.5 text-table text-clay-ink">
          <StateGlyph state="refused" className="mt-0.5" />
          <span>{error}</span>
        </p>
      )}
      {titles.length > 0 && (
        <ul
          aria-labelledby="gathered"
          className="flex max-h-72 flex-col overflow-auto rounded-control border border-line"
        >
          {titles.toReversed().map((title) => (
            <li
              key={title.value}
              className="flex items-center gap-2 border-t border-line py-1 ps-2.5 pe-1.5 [contain-intrinsic-size:auto_3rem] [content-visibility:auto] first:border-t-0"
            >
              <TitleWords title={title} />
              <button
                type="button"
                aria-label={`Remove ${title.label}`}
                className="flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-ink/5 hover:text-ink max-sm:size-9"
                onClick={() => {
                  onRemove(title.value);
                }}
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

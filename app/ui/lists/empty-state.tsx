import type { ReactNode } from 'react';

/** Placeholder for an empty list: a slot on an empty scale, an explanation, and actions. */
export function EmptyState({
  title,
  children,
  actions,
  hint,
  place = 'goes here',
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** Secondary text below the actions. */
  hint?: ReactNode;
  /** Label of the slot: "your first license goes here". */
  place?: string | undefined;
}) {
  return (
    <div className="m-auto w-full max-w-180 px-4 py-10">
      <div
        aria-hidden
        className="relative mb-8 h-25 overflow-hidden rounded-popover border border-line"
      >
        <div className="absolute inset-0 flex">
          {Array.from({ length: 12 }, (_, month) => (
            <div
              key={month}
              className={`flex-1 border-s ${month % 3 === 0 ? 'border-line-strong' : 'mt-6 border-line'} first:border-s-0`}
            />
          ))}
        </div>
        <div className="absolute inset-x-0 top-10.5 border-t border-line" />
        <div className="absolute top-14 left-1/12 flex h-9 w-5/12 items-center justify-center rounded-bar border border-dashed border-control bg-panel px-2 text-center text-label text-ink-2">
          {place}
        </div>
        <div className="absolute top-14 left-1/2 ms-1 h-9 w-3/12 rounded-bar border border-dashed border-line-strong bg-panel" />
        <div className="absolute top-4 bottom-0 left-[5%] w-px bg-ink" />
      </div>
      <h2 className="text-title">{title}</h2>
      <div className="mt-1 max-w-148 text-body text-ink-2">{children}</div>
      {actions !== undefined && (
        <div className="mt-5 flex flex-wrap gap-2 empty:hidden">{actions}</div>
      )}
      {hint !== undefined && <p className="mt-3 text-table text-ink-3">{hint}</p>}
    </div>
  );
}

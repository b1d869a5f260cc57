import { Link } from '../link';
import type { ReactNode } from 'react';
import { classes } from '../classes';

export interface Crumb {
  readonly label: string;
  readonly href?: string | undefined;
  /** Monospaced, for identifiers. */
  readonly isMono?: boolean | undefined;
  /** Struck through: it is void. */
  readonly isVoid?: boolean | undefined;
}

/** Page header with breadcrumbs, title and actions, and facts below. */
export function PageHeader({
  breadcrumbs = [],
  title,
  beside,
  actions,
  children,
}: {
  breadcrumbs?: readonly Crumb[] | undefined;
  title: ReactNode;
  /** Shown after the title: version chip, last author. */
  beside?: ReactNode;
  /** Buttons, primary last. */
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="border-b border-line px-4 pt-3 pb-3.5">
      {breadcrumbs.length > 0 && (
        <nav aria-label="Breadcrumbs">
          <ol className="flex flex-wrap items-center text-table text-ink-3">
            {breadcrumbs.map(({ label, href, isMono, isVoid }, place) => {
              const name = isVoid ? <del>{label}</del> : label;
              return (
                <li key={`${place} ${label}`} className={classes(isMono && 'font-mono')}>
                  {place > 0 && (
                    <span aria-hidden className="px-1.5 font-sans">
                      /
                    </span>
                  )}
                  {href === undefined ? (
                    name
                  ) : (
                    <Link
                      href={href}
                      className="inline-flex min-h-6 items-center text-ink-2 hover:text-ink hover:underline"
                    >
                      {name}
                    </Link>
                  )}
                </li>
              );
            })}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 text-title">{title}</h1>
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-table text-ink-2">
          {beside}
        </div>
        {actions !== undefined && (
          <div className="ms-auto flex flex-wrap items-center gap-2 empty:hidden">{actions}</div>
        )}
      </div>
      {children !== undefined && <div className="mt-3">{children}</div>}
    </header>
  );
}

/** One fact: its name above its value. For use in a `<dl>`. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-label text-ink-3">{name}</dt>
      <dd className="text-body text-ink">{children}</dd>
    </div>
  );
}

/** Row of facts below a title. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-6 gap-y-2">{children}</dl>;
}

import { Link } from '../link';
import type { ReactNode } from 'react';
import type { SignedInPerson } from '../../../src/service/people/sign-in';
import { BottomTabs, TopNavigation } from './active-nav';
import { classes } from '../classes';
import { ThemeToggle } from './theme-toggle';

/** Logo: three bars on one scale, for on offer, upcoming and free. */
export function LogoMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={classes('size-5 shrink-0', className)}>
      <rect x="0" y="2" width="11" height="4.5" rx="1.5" fill="currentColor" />
      <rect x="7" y="8" width="13" height="4.5" rx="1.5" fill="currentColor" />
      <rect x="12" y="14" width="8" height="4.5" rx="1.5" fill="currentColor" opacity="0.5" />
      <rect
        x="0.6"
        y="14.6"
        width="9.3"
        height="3.3"
        rx="1.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.2"
        strokeDasharray="2 1.5"
      />
    </svg>
  );
}

/** Layout of every page: top bar, bottom tabs on phones, and a skip link. */
export function AppShell({
  person,
  finder,
  children,
}: {
  person: SignedInPerson | null;
  /** What finds and runs anything from anywhere. */
  finder: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col max-sm:pb-(--bottom-tabs) sm:pt-(--top-bar) print:p-0">
      <a
        href="#content"
        className="fixed start-2 top-2 z-50 -translate-y-20 rounded-control bg-ink px-3 py-2 font-emphasis text-on-ink focus:translate-y-0"
      >
        Skip to content
      </a>
      <header className="fixed inset-x-0 top-0 z-30 flex h-(--top-bar) items-stretch gap-7 border-b max-xl:gap-3 border-line bg-canvas px-4 max-sm:hidden print:hidden">
        <Link href="/today" className="flex items-center gap-2 text-body font-heading">
          <LogoMark />
          <span className="max-lg:sr-only">CRMS</span>
        </Link>
        {person !== null && <TopNavigation />}
        <div className="ms-auto flex items-center gap-2">
          {finder}
          <ThemeToggle />
          {person !== null && <AccountLink name={person.name} />}
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="flex min-w-0 flex-1 flex-col outline-none max-sm:pt-[env(safe-area-inset-top)]"
      >
        {children}
      </main>
      {person !== null && <BottomTabs name={person.name} />}
    </div>
  );
}

/** Initials of the signed-in person, linked to their account. */
function AccountLink({ name }: { name: string }) {
  const words = `Signed in as ${name}`;
  return (
    <Link
      href="/account"
      aria-label={words}
      title={words}
      data-initials={initials(name)}
      className="flex size-7 items-center justify-center rounded-full border border-line-strong bg-sunken text-label font-heading text-ink-2 hover:text-ink before:content-[attr(data-initials)]"
    />
  );
}

/** First letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

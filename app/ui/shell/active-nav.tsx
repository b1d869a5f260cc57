'use client';

import { UserRound } from 'lucide-react';
import { Link } from '../link';
import { usePathname } from 'next/navigation';
import { classes } from '../classes';
import type { PageLink } from './pages';
import { PAGES } from './pages';

function isAt(path: string, { href, also = href }: Pick<PageLink, 'href' | 'also'>): boolean {
  return [href, also].some((one) => path === one || path.startsWith(`${one}/`));
}

/** Page links of the top bar, with the current page underlined. */
export function TopNavigation() {
  const path = usePathname();
  return (
    <nav
      aria-label="Pages"
      className="flex min-w-0 items-stretch gap-1 max-lg:gap-0 max-md:overflow-x-auto max-md:overflow-y-hidden"
    >
      {PAGES.map(({ href, also, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={isAt(path, { href, also }) ? 'page' : undefined}
          className={classes(
            'page-link',
            isAt(path, { href, also })
              ? 'border-ink font-emphasis text-ink'
              : 'border-transparent text-ink-2 hover:text-ink',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** Bottom tabs of a phone: page links and the account of the signed-in person. */
export function BottomTabs({ name }: { name: string }) {
  const path = usePathname();
  const tabs: readonly PageLink[] = [
    ...PAGES.filter(({ isOnlyOnTop = false }) => !isOnlyOnTop),
    { href: '/account', label: name.split(' ')[0] ?? name, icon: UserRound },
  ];
  return (
    <nav
      aria-label="Pages"
      className="fixed inset-x-0 bottom-0 z-30 flex min-h-(--bottom-tabs) items-stretch border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      {tabs.map(({ href, also, label, tab = label, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          aria-label={href === '/account' ? `Signed in as ${name}` : undefined}
          aria-current={isAt(path, { href, also }) ? 'page' : undefined}
          className={classes(
            'page-tab',
            // No bolder: the widest label just fits.
            isAt(path, { href, also }) ? 'border-ink text-ink' : 'border-transparent text-ink-2',
          )}
        >
          <Icon aria-hidden />
          <span>{tab}</span>
        </Link>
      ))}
    </nav>
  );
}

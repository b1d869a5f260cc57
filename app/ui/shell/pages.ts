import {
  CalendarDays,
  CircleCheck,
  Clapperboard,
  FileDown,
  FileText,
  FileUp,
  History,
  List,
  Sun,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

/** A page that all others lead to. */
export interface PageLink {
  readonly href: string;
  /** Another path that belongs to the page. */
  readonly also?: string | undefined;
  readonly label: string;
  /** Short label for narrow screens. */
  readonly tab?: string;
  readonly icon: LucideIcon;
  /** The letter that goes there after G. */
  readonly letter?: string;
  /** Whether the bottom tabs omit it; related pages link to it. */
  readonly isOnlyOnTop?: boolean;
}

export const PAGES: readonly PageLink[] = [
  { href: '/today', label: 'Today', icon: Sun, letter: 'y' },
  { href: '/licenses', label: 'Licenses', icon: List, letter: 'l' },
  {
    href: '/contracts',
    also: '/price-tables',
    label: 'Contracts',
    tab: 'Deals',
    icon: FileText,
    letter: 'c',
  },
  { href: '/content', label: 'Content', icon: Clapperboard, letter: 't' },
  { href: '/availability', label: 'Availability', tab: 'Avails', icon: CircleCheck, letter: 'a' },
  { href: '/calendar', label: 'Calendar', tab: 'Dates', icon: CalendarDays, letter: 'd' },
  { href: '/imports', label: 'Imports', icon: FileUp, letter: 'i' },
  { href: '/exports', label: 'Exports', icon: FileDown, letter: 'e', isOnlyOnTop: true },
  { href: '/history', label: 'History', icon: History, letter: 'h' },
];

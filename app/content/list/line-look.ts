import { classes } from '@/ui/classes';
import { CHOOSABLE_LINE } from '../../exports/choose-cell';

/** The columns of a line of titles, or of their heads. */
export function lineLook(isChoosable: boolean): string {
  return classes('list-columns title-columns', isChoosable && CHOOSABLE_LINE);
}

import { classes } from '@/ui/classes';
import { CHOOSABLE_LINE } from '../../exports/choose-cell';

/** The columns of a line of licenses, or of their heads. */
export function lineLook(isChoosable: boolean): string {
  return classes('list-columns license-columns', isChoosable && CHOOSABLE_LINE);
}

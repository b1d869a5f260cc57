import { Download } from 'lucide-react';
import type { ImportView } from '../../../src/service/import/import-views';
import { buttonLook } from '@/ui/button-look';
import { ForEditors } from '@/ui/role';
import { rejectedRowsAddress } from '../import-address';
import { countOf, lines } from './review-words';

/** The rows that are not saved, to be taken away, mended and uploaded again. */
export function RejectedRows({ view }: { view: ImportView }) {
  const left =
    lines(view.counts, { outcome: 'blocked' }) + lines(view.counts, { outcome: 'stale' });
  if (view.rejected === 0 && left === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-table text-ink-2">
      <a
        href={rejectedRowsAddress(view.id)}
        download
        className={buttonLook('secondary', 'toolbar')}
      >
        <Download aria-hidden />
        Rejected rows as a workbook
      </a>
      {view.rejected > 0 && `${countOf(view.rejected, 'row')} with errors`}
      {view.rejected > 0 && left > 0 && ', and rows that were not saved'}
      {view.rejected === 0 && 'Rows that were not saved'}, each with its reason
      <ForEditors>: fix them and upload the file again</ForEditors>.
    </p>
  );
}

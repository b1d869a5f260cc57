'use client';

import { FilePen } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import type { TitleClosing } from '../../../src/domain/closing';
import { nameLook } from '@/ui/closed-mark';
import { LinkButton } from '@/ui/link-button';
import { ForEditors } from '@/ui/role';
import { PageHeader } from '@/ui/shell/page-header';
import { ClosedBanner } from './closed-banner';

/** The page of a title that is not in the catalog: it has no offers, and can be corrected. */
export function ClosedTitle({
  contentId,
  header: { title, ...header },
  closing,
  children,
}: {
  contentId: string;
  header: Omit<ComponentProps<typeof PageHeader>, 'actions'>;
  closing: TitleClosing;
  /** What belongs to it, and its history. */
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <PageHeader
        {...header}
        title={<span className={nameLook(closing)}>{title}</span>}
        actions={
          <ForEditors>
            <LinkButton href={`/content/${contentId}/edit`} variant="secondary">
              <FilePen aria-hidden />
              Edit details
            </LinkButton>
          </ForEditors>
        }
      />
      <ClosedBanner closing={closing} />
      {children}
    </div>
  );
}

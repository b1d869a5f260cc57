'use client';

import { FilePen, RotateCcw } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import type { TitleClosing } from '../../../src/domain/closing';
import { Button } from '@/ui/button';
import { nameLook } from '@/ui/closed-mark';
import { LinkButton } from '@/ui/link-button';
import { ForEditors } from '@/ui/role';
import { PageHeader } from '@/ui/shell/page-header';
import { ClosedBanner } from './closed-banner';
import { TitleMenu } from './title-menu';

/** The page of a title that is not in the catalog: it has no offers, can be corrected, and comes back with an offer. */
export function ClosedTitle({
  contentId,
  header: { title, ...header },
  closing,
  answer,
  undo,
  overlays,
  isBusy,
  onBringBack,
  onClose,
  children,
}: {
  contentId: string;
  header: Omit<ComponentProps<typeof PageHeader>, 'actions'>;
  closing: TitleClosing;
  /** What the last change was answered with. */
  answer: ReactNode;
  /** Takes back the newest change. */
  undo: ReactNode;
  /** The form beside the page, and the conflict. */
  overlays: ReactNode;
  isBusy: boolean;
  onBringBack: () => void;
  onClose: ComponentProps<typeof TitleMenu>['onClose'];
  /** What belongs to it, and its history. */
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHeader
          {...header}
          title={<span className={nameLook(closing)}>{title}</span>}
          actions={
            <ForEditors>
              {undo}
              <LinkButton href={`/content/${contentId}/edit`} variant="secondary">
                <FilePen aria-hidden />
                Edit details
              </LinkButton>
              {closing.kind === 'retired' && <TitleMenu closing={closing} onClose={onClose} />}
            </ForEditors>
          }
        />
        <ClosedBanner
          closing={closing}
          actions={
            <ForEditors>
              <Button variant="secondary" isDisabled={isBusy} onPress={onBringBack}>
                <RotateCcw aria-hidden />
                Bring back
              </Button>
            </ForEditors>
          }
        />
        {answer}
        {children}
      </div>
      {overlays}
    </div>
  );
}

'use client';

import { useId } from 'react';
import { v4 as uuid } from 'uuid';
import type { StoredView, ViewedList } from '../../src/domain/views/saved-view';
import { runRecord } from '../commands/run-record';
import { FormCheckbox, FormTextField } from '../forms/fields';
import { FormOfFields } from '../forms/form-of-fields';
import { useRecordForm } from '../forms/use-record-form';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';
import { RefusalNotice } from '@/ui/overlays/notice';
import { useMayActAs } from '@/ui/role';

/** What is to be saved: what is filtered as a new view, or another name or other people for one. */
export type SavingOf =
  | { readonly kind: 'new'; readonly search: string }
  | { readonly kind: 'change'; readonly view: StoredView };

interface Typed {
  viewId: string;
  name: string;
  isShared: boolean;
}

/** Names a view, and says who sees it. */
export function ViewDialog({
  list,
  of,
  onSaved,
  onClose,
}: {
  list: ViewedList;
  of: SavingOf;
  onSaved: (viewId: string, search: string) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const isEditor = useMayActAs('editor');
  const view = of.kind === 'change' ? of.view : null;
  const search = of.kind === 'new' ? of.search : of.view.search;
  const { form, draft, onSubmit, isSending, refusal } = useRecordForm({
    empty: (saved: Typed | null): Typed =>
      saved ?? {
        viewId: view?.id ?? uuid(),
        name: view?.name ?? '',
        isShared: view?.isShared ?? false,
      },
    send: async ({ viewId, name, isShared }) => {
      const answer = await runRecord({
        kind: isShared ? 'save-shared-view' : 'save-view',
        input: { viewId, list, name, search, revision: view?.revision ?? 0 },
      });
      if (answer.status === 'done') onSaved(viewId, search);
      return answer;
    },
    thing: 'view',
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={view === null ? 'Save view' : 'Rename or share'}
      description="A view keeps the filters and the order of this list."
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" isPending={isSending}>
            Save view
          </Button>
        </>
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        className="flex flex-col gap-4 pb-1"
        onSubmit={onSubmit}
      >
        <FormTextField name="name" label="Name" autoComplete="off" autoFocus />
        {isEditor && <FormCheckbox name="isShared">Share with everyone</FormCheckbox>}
        <RefusalNotice refusal={refusal} />
      </FormOfFields>
    </Dialog>
  );
}

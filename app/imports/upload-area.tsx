'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { StateGlyph } from '@/ui/state-mark';
import { isDomainError } from '../../src/domain/errors';
import { assertWorkbook, SIGNATURE_LENGTH } from '../../src/service/import/workbook-signature';
import { importAddress } from './import-address';
import { sizeWords } from './import-words';
import { sendFile, type FileToSend } from './send-file';
import { useIsInBrowser } from '@/ui/use-is-in-browser';
import { withStyle } from '@/ui/with-style';

/** What is taken for a workbook in the dialog that chooses a file; whatever else is chosen is looked at too. */
const WORKBOOKS = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a workbook is chosen, dropped or pasted, looked at and sent. */
export function UploadArea() {
  const router = useRouter();
  const [chosen, setChosen] = useState<FileToSend | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** How many bytes are on their way; `null` while nothing is sent. */
  const [sent, setSent] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isUnderWay = useRef(false);
  /** The file that is being looked at: who presses the button sooner sends what that finds. */
  const looked = useRef<Promise<FileToSend | string>>(null);
  const isInBrowser = useIsInBrowser();
  const id = useId();

  const choose = async (files: FileList | null) => {
    if (files === null || files.length === 0 || isUnderWay.current) return;
    const looking = firstLook(files);
    looked.current = looking;
    setChosen(null);
    setRefusal(null);
    const found = await looking;
    // Another was chosen meanwhile.
    if (looked.current !== looking) return;
    if (typeof found === 'string') setRefusal(found);
    else setChosen(found);
  };
  const send = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    // What was chosen before the scripts had arrived has not been looked at.
    const found = await (looked.current ?? firstLook(input.current?.files ?? []));
    const failure = typeof found === 'string' ? found : await deliver(found);
    if (failure === null) return;
    isUnderWay.current = false;
    setSent(null);
    setRefusal(failure);
    if (failure === NONE) input.current?.focus();
  };
  const deliver = async (file: FileToSend) => {
    setRefusal(null);
    setChosen(file);
    setSent(0);
    const failure = await sendFile(file, setSent);
    if (failure === null) router.push(importAddress(file.importId));
    return failure;
  };
  const take = (files: FileList) => {
    if (isUnderWay.current) return;
    if (input.current !== null) input.current.files = files;
    void choose(files);
  };
  useGivenFiles(take, setOver);

  return (
    <form
      noValidate
      aria-label="Upload avails"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className={classes(
        'm-4 flex flex-wrap items-end gap-x-4 gap-y-3 rounded-popover border border-dashed px-4 py-4',
        isOver ? 'border-ink bg-ink/5' : 'border-control',
      )}
    >
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <label htmlFor={`${id}-file`} className="text-body font-heading">
          Avails workbook
        </label>
        <input
          ref={input}
          id={`${id}-file`}
          type="file"
          accept={WORKBOOKS}
          disabled={sent !== null}
          aria-invalid={refusal !== null}
          aria-describedby={`${id}-hint ${id}-answer`}
          onChange={({ target }) => void choose(target.files)}
          className={classes(
            'min-h-8 w-full min-w-0 rounded-control text-body text-ink-2 max-sm:min-h-10',
            'file:me-3 file:min-h-8 file:rounded-control file:border file:border-solid file:border-control file:bg-panel file:px-3 file:font-emphasis file:text-ink hover:file:bg-ink/5 max-sm:file:min-h-10',
            'disabled:file:border-line-strong disabled:file:text-ink-3',
          )}
        />
        <p id={`${id}-hint`} className="text-table text-ink-3">
          Choose, drop or paste an Excel workbook (.xlsx) of up to 5 MB.
        </p>
        <div id={`${id}-answer`} aria-live="polite" className="text-table">
          {refusal !== null && (
            <p className="flex items-start gap-1.5 text-clay-ink">
              <StateGlyph state="refused" className="mt-0.5" />
              <span>{refusal}</span>
            </p>
          )}
          {chosen !== null && sent === null && refusal === null && (
            <p className="text-ink-2">
              {sizeWords(chosen.file.size)}. Checking does not save anything.
            </p>
          )}
        </div>
        {chosen !== null && sent !== null && <Sending sent={sent} size={chosen.file.size} />}
      </div>
      {/* Not `isPending`: what that says aloud points at this button, which is gone when the import's page is there. */}
      <Button
        type="submit"
        variant="primary"
        isDisabled={!isInBrowser}
        className={classes(sent !== null && 'cursor-progress motion-safe:animate-breathe')}
      >
        Upload and check
      </Button>
    </form>
  );
}

function Sending({ sent, size }: { sent: number; size: number }) {
  const part = size === 0 ? 1 : Math.min(sent / size, 1);
  return (
    <div className="flex items-center gap-3 text-table text-ink-2">
      <div
        role="progressbar"
        aria-label="Sending the file"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(part * 100)}
        className="h-2 min-w-24 flex-1 overflow-hidden rounded-bar border border-control"
      >
        <div
          {...withStyle({ width: `${part * 100}%` })}
          className="h-full bg-tide forced-colors:bg-[Highlight]"
        />
      </div>
      <span>
        {sizeWords(sent)} of {sizeWords(size)} sent
      </span>
    </div>
  );
}

/** Files that are pasted or dropped anywhere on the page; text goes where it was meant to go. */
function useGivenFiles(take: (files: FileList) => void, setOver: (isOver: boolean) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const listening = new AbortController();
    const given = (event: Event, transfer: DataTransfer | null) => {
      setOver(false);
      if (transfer === null || transfer.files.length === 0) return;
      event.preventDefault();
      latest.current(transfer.files);
    };
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const away = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const { signal } = listening;
    document.addEventListener('paste', (event) => given(event, event.clipboardData), { signal });
    document.addEventListener('drop', (event) => given(event, event.dataTransfer), { signal });
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', away, { signal });
    return () => {
      listening.abort();
    };
  }, [setOver]);
}

const NONE = 'Choose a workbook first.';

/** The file to send, or why it need not be sent, as the server would say it. */
async function firstLook(files: Iterable<File>): Promise<FileToSend | string> {
  const [file, ...others] = files;
  if (file === undefined) return NONE;
  if (others.length > 0) return 'Choose one file at a time.';
  try {
    const head = new Uint8Array(await file.slice(0, SIGNATURE_LENGTH).arrayBuffer());
    assertWorkbook({ name: file.name, size: file.size, head });
    return { importId: uuid(), file };
  } catch (error) {
    if (isDomainError(error)) return error.message;
    return 'Cannot read this file. It may have been moved or changed. Choose it again.';
  }
}

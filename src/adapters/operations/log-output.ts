import { write, writeSync } from 'node:fs';

/** The maximum text buffered while the output is blocked, in bytes or UTF-16 units. Further lines are lost. */
const MAX_WAITING = 1_048_576;
/** In milliseconds, between attempts while writes fail. */
const RETRY_EVERY = 1_000;

/** Lines that were dropped while the output was blocked. */
export interface LostLines {
  readonly lines: number;
  /** The cause: an error code of the operating system, such as ENOSPC, or `slow`. */
  readonly reason: string;
}

/** Writes some bytes, possibly only the first ones, and reports how many: `fs.write`. */
export type WriteBytes = (
  fd: number,
  bytes: Uint8Array,
  done: (error: NodeJS.ErrnoException | null, written: number) => void,
) => void;

/**
 * The destination of log lines: an open file, pipe or terminal, which may be slow, full or closed. `write` returns at once
 * and never fails, because requests must succeed even when they cannot be logged. Lines that do not fit into the buffer are
 * dropped and counted.
 *
 * Replaces pino's own destination, which throws on a full disk when it is synchronous, after the request has been carried
 * out, and otherwise retries forever when the process exits.
 */
export class LogOutput {
  private waiting = '';
  private unwritten: Uint8Array = new Uint8Array();
  private state: 'idle' | 'writing' | 'refused' = 'idle';
  private lost = 0;
  private reason = 'slow';

  /** @param onRoom called once after lines were lost, when the buffer is empty again */
  constructor(
    private readonly fd: number,
    private readonly onRoom: (lost: LostLines) => void,
    private readonly writeBytes: WriteBytes = write,
    private readonly retryEvery = RETRY_EVERY,
  ) {}

  write(line: string): void {
    if (this.unwritten.length + this.waiting.length + line.length > MAX_WAITING) {
      this.lost += 1;
      return;
    }
    this.waiting += line;
    if (this.state === 'idle') this.writeNext();
  }

  /**
   * Writes the buffered lines synchronously when the process ends. Ignores errors, which could not be reported any more.
   */
  flush(): void {
    const begun = this.state === 'writing' ? new Uint8Array() : this.unwritten;
    const bytes = Buffer.concat([begun, Buffer.from(this.waiting)]);
    this.waiting = '';
    try {
      for (let done = 0; done < bytes.length;) done += writeSync(this.fd, bytes, done);
    } catch {
      this.lost += 1;
    }
  }

  private writeNext(): void {
    if (this.unwritten.length === 0) {
      this.unwritten = Buffer.from(this.waiting);
      this.waiting = '';
    }
    this.state = 'writing';
    this.writeBytes(this.fd, this.unwritten, (error, written) => {
      if (error === null) this.goOn(written);
      else this.retryLater(error);
    });
  }

  private goOn(written: number): void {
    this.unwritten = this.unwritten.subarray(written);
    if (this.unwritten.length > 0 || this.waiting !== '') {
      this.writeNext();
      return;
    }
    this.state = 'idle';
    if (this.lost === 0) return;
    const { lost: lines, reason } = this;
    this.lost = 0;
    this.reason = 'slow';
    this.onRoom({ lines, reason });
  }

  private retryLater(error: NodeJS.ErrnoException): void {
    this.reason = error.code ?? error.message;
    this.state = 'refused';
    setTimeout(() => this.writeNext(), this.retryEvery).unref();
  }
}

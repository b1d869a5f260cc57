import { write, writeSync } from 'node:fs';

/** Text that waits in memory while the output takes none, in bytes or UTF-16 units. Lines beyond that are lost. */
const MAX_WAITING = 1_048_576;
/** In milliseconds, between two attempts while the output refuses everything. */
const RETRY_EVERY = 1_000;

/** Lines that were dropped while the output took none. */
export interface LostLines {
  readonly lines: number;
  /** Why the output took none: a code of the operating system, such as ENOSPC, or `slow`. */
  readonly reason: string;
}

/** Writes the beginning of some bytes, and says how many: `fs.write`. */
export type WriteBytes = (
  fd: number,
  bytes: Uint8Array,
  done: (error: NodeJS.ErrnoException | null, written: number) => void,
) => void;

/**
 * Where log lines go: an open file, pipe or terminal, which may be slow, full or gone. `write` returns at once and never
 * fails, because a request has to be answered even when it cannot be logged. Lines that find no room are dropped and
 * counted.
 *
 * It replaces pino's own destination, which throws on a full disk when it is synchronous, after the request has been
 * carried out, and which otherwise retries forever when the process exits.
 */
export class LogOutput {
  private waiting = '';
  private unwritten: Uint8Array = new Uint8Array();
  private state: 'idle' | 'writing' | 'refused' = 'idle';
  private lost = 0;
  private reason = 'slow';

  /** @param onRoom is called once after lines were lost, when the output has taken everything that was waiting */
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

  /** Writes what is waiting before it returns. For the end of the process, when nobody is left to be told of an error. */
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

import { execFile } from 'node:child_process';
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import type { PostgresAccount } from '../../scripts/database/postgres-account';
import { hasErrno } from '../../scripts/processes/errno';

const run = promisify(execFile);

const MEGABYTE = 1_024 ** 2;

/** A file system of its own, in a file, that can be filled up, and that can stop writing as a disk does that hangs. */
export class SmallVolume {
  private isFrozen = false;

  private constructor(
    private readonly image: string,
    /** The folder in which it is seen. */
    readonly folder: string,
  ) {}

  /**
   * @param folder is made; the file of the volume is beside it
   * @throws Error when file systems cannot be mounted here, which only root can
   */
  static async at(
    folder: string,
    { megabytes, account }: { readonly megabytes: number; readonly account: PostgresAccount },
  ): Promise<SmallVolume> {
    const image = `${folder}.image`;
    mkdirSync(folder);
    closeSync(openSync(image, 'w'));
    truncateSync(image, megabytes * MEGABYTE);
    // Nothing is kept back for root, who fills it.
    await run('mkfs.ext4', ['-q', '-m', '0', image]);
    await run('mount', ['-o', 'loop', image, folder]).catch((cause: unknown) => {
      throw new Error('Full and slow disks are tried on small ones that only root can mount.', {
        cause,
      });
    });
    if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? 0);
    return new SmallVolume(image, folder);
  }

  /** Leaves no room at all; also again, after whatever is on it made some. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    try {
      for (const size of [MEGABYTE, 4_096, 1]) fillBy(file, Buffer.alloc(size));
    } finally {
      closeSync(file);
    }
  }

  makeRoom(): void {
    rmSync(this.ballast, { force: true });
  }

  /** Whatever writes waits until `thaw`. */
  async freeze(): Promise<void> {
    await run('fsfreeze', ['-f', this.folder]);
    this.isFrozen = true;
  }

  async thaw(): Promise<void> {
    if (this.isFrozen) await run('fsfreeze', ['-u', this.folder]);
    this.isFrozen = false;
  }

  async remove(): Promise<void> {
    await this.thaw();
    await run('umount', [this.folder]);
    rmSync(this.image);
  }

  private get ballast(): string {
    return `${this.folder}/ballast`;
  }
}

function fillBy(file: number, piece: Buffer): void {
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if (!hasErrno(error, 'ENOSPC')) throw error;
  }
}

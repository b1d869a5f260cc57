export interface BackupAbout {
  readonly madeAt: string;
  readonly firstLog: string;
  readonly lastLog: string;
}

/** Copies the data of an installation into a new folder, which appears there whole or not at all. */
export function backUp(options: {
  readonly dataDir: string;
  /** Of the cluster's superuser. */
  readonly url: string;
  readonly target: string;
}): Promise<BackupAbout>;

/** Puts a backup where the data of an installation is; what was there is kept beside it. */
export function restoreFiles(options: {
  readonly source: string;
  readonly dataDir: string;
  /** Whom the server runs as; oneself for `{}`. */
  readonly account: { readonly uid?: number; readonly gid?: number };
}): { readonly kept: string | null; readonly about: BackupAbout };

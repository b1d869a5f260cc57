export interface EmbeddedPostgres {
  readonly url: string;
  readonly superuserUrl: string;
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  /** Resolves when the server is gone, for whatever reason. */
  readonly exited: Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export interface ThrowawayPostgres {
  readonly url: string;
  readonly pid: number;
  readonly log: string;
  readonly stop: () => Promise<void>;
}

export function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly port?: number;
  readonly log: string;
}): Promise<EmbeddedPostgres>;

export function runningEmbeddedPostgresUrl(dataDir: string): string | null;

export function startThrowawayPostgres(options?: {
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<ThrowawayPostgres>;

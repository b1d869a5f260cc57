/** A Next server that is starting or running, as the leader of a process group of its own. */
export interface WebServer {
  readonly pid: number;
  readonly address: string;
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  readonly stop: (how?: {
    readonly signal?: NodeJS.Signals;
    readonly graceMs?: number;
  }) => Promise<void>;
}

export function startWebServer(options: {
  readonly mode: 'start' | 'dev';
  readonly port: number;
  readonly distDir: string;
  readonly env: Readonly<Record<string, string>>;
  /** The file its output goes to; our own output without one. */
  readonly log?: string;
}): Promise<WebServer>;

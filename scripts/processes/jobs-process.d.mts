/** The process for jobs, as the leader of a process group of its own. */
export interface JobsProcess {
  readonly pid: number;
  readonly exited: Promise<{ code: number | null; signal: string | null }>;
  readonly stop: (how?: {
    readonly signal?: NodeJS.Signals;
    readonly graceMs?: number;
  }) => Promise<void>;
}

export function startJobs(options: {
  /** Beside the environment of this process: the database. */
  readonly env: Readonly<Record<string, string>>;
  /** The file its output goes to; our own output without one. */
  readonly log?: string;
  readonly onStarted?: (process: JobsProcess) => void;
}): Promise<JobsProcess>;

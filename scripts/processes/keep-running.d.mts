interface Running {
  readonly exited: Promise<unknown>;
}

export function pauseAfter(quickEnds: number): number;

export function keepRunning(part: {
  readonly name: string;
  readonly running: Running;
  readonly start: () => Promise<Running>;
  readonly isEnding: () => boolean;
  readonly say?: (line: string) => void;
  readonly report?: (error: unknown) => void;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
}): Promise<void>;

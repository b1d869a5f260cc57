import { startTraces } from './adapters/operations/traces';
import { closeChangeFeed, closeDatabase, operations } from './bootstrap';
import { configOrExit } from './config';
import { exitUnlessFit } from './fit-database';

/** What happens at the end of this process: what lasts is ended first; the rest when every request was answered. */
export interface Ending {
  readonly stop: () => Promise<void>;
  /** So long it is said before anything ends. */
  readonly graceMs: number;
  readonly close: () => Promise<void>;
}

/** Begins the process that answers people, or ends it with one sentence for each reason against it. */
export async function beginWebProcess(): Promise<Ending> {
  const config = configOrExit();
  const sendLastTraces =
    config.otlpEndpoint === null ? async () => {} : startTraces(config.otlpEndpoint);
  if (config.metricsPort !== null)
    await operations().metrics.serve(config.metricsPort, config.metricsHost);
  await exitUnlessFit(config);
  return {
    stop: closeChangeFeed,
    graceMs: config.drainSeconds * 1000,
    close: async () => {
      await closeDatabase();
      await sendLastTraces();
    },
  };
}

import { startTraces } from './adapters/operations/traces';
import { closeChangeFeed, closeDatabase, operations } from './bootstrap';
import { configOrExit } from './config';
import { exitUnlessFit } from './fit-database';

/** What happens at the end of this process: what lasts is ended first; the rest when every request was answered. */
interface Ending {
  readonly stop: () => Promise<void>;
  /** So long it is said before anything ends. */
  readonly graceMs: number;
  readonly close: () => Promise<void>;
}

/** What the server that takes requests is told of what stands before it. */
export interface Front {
  readonly trustedProxies: number;
  /** The address people use. */
  readonly url: string;
  /** How long a request may take to arrive. */
  readonly requestMs: number;
}

/** Begins the process that answers people, or ends it with one sentence for each reason against it. */
export async function beginWebProcess(): Promise<{ ending: Ending; front: Front }> {
  const config = configOrExit();
  const sendLastTraces =
    config.otlpEndpoint === null ? async () => {} : await startTraces(config.otlpEndpoint);
  if (config.metricsPort !== null)
    await operations().metrics.serve(config.metricsPort, config.metricsHost);
  await exitUnlessFit(config);
  const { trustedProxies, url, requestSeconds } = config;
  const ending = {
    stop: closeChangeFeed,
    graceMs: config.drainSeconds * 1000,
    close: async () => {
      await closeDatabase();
      await sendLastTraces();
    },
  };
  return { ending, front: { trustedProxies, url, requestMs: requestSeconds * 1000 } };
}

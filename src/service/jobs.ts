import type { Actor } from '../domain/people/actor';

/** The decision that a job carries out, as stored with the job. Jobs without a person behind them have neither. */
export interface JobOrigin {
  readonly key?: string | undefined;
  readonly actor?: Actor | undefined;
}

/** What the jobs of each queue are about. */
export interface JobsByQueue {
  readonly imports: ImportJob;
  readonly exports: ExportJob;
  readonly webhooks: DeliveryJob;
}

export interface ImportJob extends JobOrigin {
  readonly importId: string;
  readonly work: 'check' | 'commit' | 'undo';
}

export interface ExportJob extends JobOrigin {
  readonly exportId: string;
}

export interface DeliveryJob {
  readonly deliveryId: string;
}
